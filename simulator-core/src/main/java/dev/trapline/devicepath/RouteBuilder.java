package dev.trapline.devicepath;

import dev.trapline.hardware.InterruptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the stages of a path into hops: consecutive stages of one executor become one piece of work. */
public final class RouteBuilder {
    private final Surroundings surroundings;
    private final boolean receives;
    private final List<Hop> hops = new ArrayList<>();
    private final List<StagePrice> stages = new ArrayList<>();
    private WorkHop.Notification notification = WorkHop.Notification.NONE;
    private DeviceInterrupt interrupt;
    private String executor = "";
    private boolean open;
    private DeviceHop device;
    private int afterDevice;
    private int joint;

    /** @param receives whether the route is that of what comes from outside */
    public RouteBuilder(Surroundings surroundings, boolean receives) {
        this.surroundings = surroundings;
        this.receives = receives;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The stages that follow belong to this executor; no name: to the one before. */
    void executedBy(Optional<String> name) {
        String next = name.orElse(executor);
        if (!next.equals(executor) || !open) {
            close();
            executor = next;
            open = true;
        }
    }

    void work(StagePrice price) {
        if (!open) {
            open = true;
        }
        stages.add(price);
    }

    /** How the executor of the next stage is told. */
    void tells(WorkHop.Notification how) {
        close();
        notification = how;
    }

    /** A device interrupts this executor. */
    void interruptedBy(InterruptLine line, String handler) {
        close();
        executor = handler;
        open = true;
        interrupt = new DeviceInterrupt(line, receives);
    }

    void hop(Hop hop) {
        close();
        hops.add(hop);
    }

    /** The operation goes to a device here; the stages that follow are done besides. */
    void device(DeviceHop hop) {
        if (device != null) {
            throw new IllegalArgumentException(surroundings.guestName() + ": a path hands its operation to a device once");
        }
        hop(hop);
        device = hop;
        afterDevice = hops.size();
    }

    /** Transfers that have not taken the hops up to here come in. */
    void joins() {
        close();
        joint = hops.size();
    }

    public Route build() {
        close();
        if (device == null) {
            return new Route(hops, joint);
        }
        device.besides(new Route(hops.subList(afterDevice, hops.size())));
        return new Route(hops.subList(0, afterDevice));
    }

    private void close() {
        if (!open) {
            return;
        }
        Consumer consumer = executor.isEmpty() ? null : surroundings.consumer(executor);
        if (consumer == null && !hops.isEmpty() && hops.get(hops.size() - 1) instanceof DelayHop) {
            throw new IllegalArgumentException("a stage after a delay needs an executor: nobody brings the operation there");
        }
        hops.add(new WorkHop(surroundings.slots().common(new WorkPrice(stages)), consumer, notification, interrupt));
        stages.clear();
        notification = WorkHop.Notification.NONE;
        interrupt = null;
        open = false;
    }
}
