package dev.trapline.devicepath;

/** Cuts segments into packets: all that follows is done for each of these. */
final class SegmentationHop implements Hop {
    private final int packetBytes;

    SegmentationHop(int packetBytes) {
        this.packetBytes = packetBytes;
    }

    @Override
    public void enter(Transfer segment, Carrier by) {
        while (segment.packets() > 1) {
            segment.cutOff(packetBytes).goOn(by);
        }
        segment.goOn(by);
    }
}
