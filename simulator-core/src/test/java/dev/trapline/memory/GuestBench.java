package dev.trapline.memory;

import dev.trapline.declare.Values;
import dev.trapline.devicepath.Combiner;
import dev.trapline.devicepath.Consumer;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.NetworkInterface;
import dev.trapline.devicepath.RouteBuilder;
import dev.trapline.devicepath.Transfers;
import dev.trapline.devicepath.Stages;
import dev.trapline.devicepath.Surroundings;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.InterruptLine;
import dev.trapline.hardware.Moderation;
import dev.trapline.hardware.NicModel;
import dev.trapline.memory.GuestPaging.Reach;
import dev.trapline.random.KeyedSource;
import dev.trapline.spec.MemoryTerms;
import dev.trapline.spec.PagingSpec;
import dev.trapline.virtualization.CostLookup;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Slots;

/** One guest on a machine of a {@link MemoryBench}: its operating system, and a disk path without any stages. */
final class GuestBench {
    final MemoryBench machine;
    final GuestMemory memory;
    final GuestPaging paging;
    private final Slots slots = new Slots();
    private final MemoryStart start;
    private final MemoryTerms terms;

    /** @param os kernel of so many pages, read-ahead, cluster and batch in pages */
    GuestBench(MemoryBench machine, GuestMemory memory, MemoryTerms terms, int kernel, int cluster, int batch) {
        this.machine = machine;
        this.memory = memory;
        this.terms = terms;
        Context vcpu = machine.processors.newContext(
                "vcpu", ContextSettings.with(machine.processors.newMeter(0), slots, Place.GUEST_KERNEL));
        GuestPorts ports = ports();
        GuestDisk disk = new GuestDisk(
                machine.simulation, ports, machine.disk, vcpu, new KeyedSource(1, 0, KeyedSource.path("disk")));
        PagingSpec os = new PagingSpec((long) kernel * Pages.BYTES, 0, 128 << 10, cluster, batch);
        paging = new GuestPaging(
                memory, os, disk, new WaitSlots(machine.simulation, slots, Place.HYPERVISOR), FaultPrices.FREE);
        start = new MemoryStart(memory.isFixed() ? null : machine.memory, new KeyedSource(1, 0, KeyedSource.path("start")));
        if (!memory.isFixed()) {
            memory.balloonedBy(new BalloonDriver(memory, paging, vcpu, Price.FREE));
        }
    }

    /** A guest whose every page has its frame. */
    static GuestBench fixed(int pages, int kernel, int cluster, int batch) {
        MemoryBench machine = new MemoryBench("host-paging", 100_000);
        GuestMemory memory =
                GuestMemory.fixed(new GuestMemory.Terms("guest", 0, pages, 1, 0, pages, false, false));
        return new GuestBench(machine, memory, MemoryTerms.NEUTRAL, kernel, cluster, batch);
    }

    void start() {
        start.add(paging, "linux", terms);
        start.start();
        machine.processors.startScheduling();
    }

    /** Uses a page now, and waits until that is done; the microseconds that took. */
    long use(int page, boolean write, int ahead) {
        long from = machine.simulation.now();
        Reach reached = paging.reach(page, write);
        while (reached != Reach.THERE) {
            boolean[] done = {false};
            boolean now = reached == Reach.NOT_IN_GUEST
                    ? paging.bring(page, ahead, null, null, () -> done[0] = true)
                    : paging.back(page, write, () -> done[0] = true);
            if (!now) {
                machine.waitFor(done);
            }
            reached = paging.reach(page, write);
        }
        return (machine.simulation.now() - from) / MemoryBench.MICRO;
    }

    long count(MemoryCounts.Count what) {
        return memory.counts().get(what);
    }

    private GuestPorts ports() {
        NicModel nic = new NicModel(1_000_000_000L, 1500, false, Moderation.NONE, 256, false, false, 1, 1);
        GuestPorts ports = new GuestPorts(
                "guest", new NetworkInterface("nic", nic, machine.simulation, slots), machine.disk, new Transfers(), machine.simulation,
                slots);
        RouteBuilder request = new RouteBuilder(new NoStages(ports), false);
        Values device = Values.empty().with("device", "disk");
        Stages.standard().keyed(device).create(device).addTo(request);
        ports.disk(request.build(), new RouteBuilder(new NoStages(ports), false).build());
        return ports;
    }

    /** Nothing but the device. */
    private record NoStages(GuestPorts ports) implements Surroundings {
        @Override
        public String guestName() {
            return "guest";
        }

        @Override
        public Simulation simulation() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Slots slots() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CostLookup costs(Place place) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Consumer consumer(String executor) {
            throw new UnsupportedOperationException();
        }

        @Override
    public long delayPicos(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
        public Price event(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InterruptLine interrupt(String kind, Consumer handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InterruptLine assignedInterrupt(String kind, Consumer handler, Price delivery, boolean exitLess) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Combiner combiner(int upTo, double abovePerSecond) {
            throw new UnsupportedOperationException();
        }
    }
}
