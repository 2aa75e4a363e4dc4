package dev.trapline.devicepath;

/** Hands the transfer to a device; what the route lists after it is done besides, while the device works. */
final class DeviceHop implements Hop {
    private static final Transfer.End DONE = (transfer, by) -> {};

    private final DevicePort port;
    private Route besides = Route.EMPTY;

    DeviceHop(DevicePort port) {
        this.port = port;
    }

    void besides(Route route) {
        besides = route;
    }

    @Override
    public void enter(Transfer transfer, Carrier by) {
        transfer.handTo(port);
        transfer.handedOn();
        // The device may end it at once.
        Transfer other = besides.size() > 0 ? transfer.alike(DONE) : null;
        port.accept(transfer);
        if (other != null) {
            other.travel(besides, by);
        }
    }
}
