package dev.trapline.platform;

import dev.trapline.devicepath.AssignedInterrupt;
import dev.trapline.devicepath.Combiner;
import dev.trapline.devicepath.Consumer;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.HostVisit;
import dev.trapline.devicepath.Route;
import dev.trapline.devicepath.Surroundings;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.InterruptLine;
import dev.trapline.spec.Estimate;
import dev.trapline.virtualization.CostLookup;
import dev.trapline.work.Context;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Slots;

/** What the routes of one guest to one of its devices are built into. */
final class GuestSurroundings implements Surroundings {
    private final Host host;
    private final GuestParts guest;
    private final int deviceNumber;
    private final HostVisit visit;
    private final int queue;
    private Route interruptThroughHost = Route.EMPTY;

    /**
     * @param queue which of the device's queues
     * @param visit the host process's look at the guest's first vCPU, or null where the platform is not hosted
     */
    GuestSurroundings(Host host, GuestParts guest, int deviceNumber, int queue, HostVisit visit) {
        this.host = host;
        this.guest = guest;
        this.deviceNumber = deviceNumber;
        this.visit = visit;
        this.queue = queue;
    }

    /** What the machine's owner does for an interrupt of the device until it has been raised in the guest. */
    void interruptsTravel(Route throughHost) {
        interruptThroughHost = throughHost;
    }

    @Override
    public String guestName() {
        return guest.guest().name();
    }

    @Override
    public Simulation simulation() {
        return host.simulation();
    }

    @Override
    public Slots slots() {
        return host.slots();
    }

    @Override
    public CostLookup costs(Place place) {
        return guest.costs().at(place);
    }

    @Override
    public Consumer consumer(String executor) {
        return host.executors().get(executor, guest, deviceNumber, queue);
    }

    @Override
    public long delayPicos(String name) {
        Estimate delay = host.platform().delays().get(name);
        if (delay == null) {
            throw new IllegalArgumentException(host.platform().fullName() + ": a path names the delay '" + name + "', there are "
                    + host.platform().delays().keySet());
        }
        return delay.value();
    }

    @Override
    public Price event(String name) {
        Price price = guest.guest().pricing().price(host.platform().event(guest.way().mode(), name));
        return Vocabulary.GUEST_INTERRUPTS.contains(name) ? slots().common(price.and(guest.guest().taskPriorityOfInterrupt())) : price;
    }

    @Override
    public GuestPorts ports() {
        return guest.ports();
    }

    @Override
    public InterruptLine interrupt(String kind, Consumer handler) {
        return host.interruptLine(kind, deviceNumber, handler, handler.entry());
    }

    @Override
    public InterruptLine assignedInterrupt(String kind, Consumer handler, Price delivery, boolean exitLess) {
        return host.interruptLine(kind, deviceNumber, handler, new AssignedInterrupt(interruptThroughHost, delivery, exitLess));
    }

    @Override
    public Combiner combiner(int upTo, double abovePerSecond) {
        Context vcpu = guest.guest().vcpus().get(0);
        if (visit == null) {
            throw new IllegalArgumentException(
                    host.platform().fullName() + ": `combine` needs a host's world, which this platform has not");
        }
        Combiner combiner = new Combiner(host.simulation(), vcpu.agenda().meter(), upTo, abovePerSecond);
        visit.takesAlong(combiner);
        return combiner;
    }
}
