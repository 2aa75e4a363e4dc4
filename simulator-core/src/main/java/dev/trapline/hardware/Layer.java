package dev.trapline.hardware;

import java.util.ArrayList;
import java.util.List;

/** Something before a device that its operations pass: a controller, a cache, a link. */
abstract class Layer implements BlockDevice {
    private final BlockDevice behind;
    private final List<BusyPart> parts;

    /** @param own its own parts that can be busy all the time */
    Layer(BlockDevice behind, BusyPart... own) {
        this.behind = behind;
        List<BusyPart> all = new ArrayList<>(behind.parts());
        all.addAll(List.of(own));
        parts = List.copyOf(all);
    }

    final BlockDevice behind() {
        return behind;
    }

    /** How many operations are in this layer or have to come back to it. */
    abstract long inside();

    @Override
    public boolean isIdle() {
        return inside() == 0 && behind.isIdle();
    }

    @Override
    public final List<BusyPart> parts() {
        return parts;
    }

    @Override
    public final long capacityBytes() {
        return behind.capacityBytes();
    }

    @Override
    public final double angle(long address) {
        return behind.angle(address);
    }

    @Override
    public void checkConservation() {
        behind.checkConservation();
    }
}
