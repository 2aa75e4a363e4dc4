package dev.trapline.devicepath;

/** Hands the transfer to a device; what comes after is another route. */
final class DeviceHop implements Hop {
    private final DevicePort port;

    DeviceHop(DevicePort port) {
        this.port = port;
    }

    @Override
    public void enter(Transfer transfer, Carrier by) {
        transfer.handTo(port);
        port.accept(transfer);
    }
}
