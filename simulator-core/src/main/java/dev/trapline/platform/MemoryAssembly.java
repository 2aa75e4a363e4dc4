package dev.trapline.platform;

import dev.trapline.guest.Guest;
import dev.trapline.memory.BalloonDriver;
import dev.trapline.memory.FaultPrices;
import dev.trapline.memory.GuestDisk;
import dev.trapline.memory.GuestMemory;
import dev.trapline.memory.GuestPaging;
import dev.trapline.memory.HostMemory;
import dev.trapline.memory.MemoryPolicyFactory;
import dev.trapline.memory.MemoryStart;
import dev.trapline.memory.MemorySurroundings;
import dev.trapline.memory.Pages;
import dev.trapline.memory.SwapSettings;
import dev.trapline.memory.WaitSlots;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.random.KeyedSource;
import dev.trapline.spec.Charge;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.MemoryTerms;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts the memory of a machine's guests under its platform's policy. Where nobody says anything of memory and all guests fit
 * there is nothing to decide, and nothing is simulated.
 */
final class MemoryAssembly {
    private final Host host;
    private final List<GuestSpec> groups;
    private final long seed;
    private final int replication;
    private final HostMemory memory;
    private final WaitSlots slots;
    private final List<GuestPaging> pagings = new ArrayList<>();
    private final List<GuestSpec> specs = new ArrayList<>();

    MemoryAssembly(Host host, List<GuestSpec> groups, Vocabulary vocabulary, long seed, int replication) {
        this.host = host;
        this.groups = groups;
        this.seed = seed;
        this.replication = replication;
        slots = new WaitSlots(
                host.simulation(), host.slots(), host.platform().isHosted() ? Place.HOST_KERNEL : Place.HYPERVISOR);
        MemoryPolicyFactory policy = vocabulary.memoryPolicies().create(host.platform().memory());
        memory = policy.overcommits() && isSomethingToDecide() ? memory(policy) : null;
    }

    private boolean isSomethingToDecide() {
        double wanted = 0;
        for (GuestSpec group : groups) {
            if (!group.memory().isNeutral() || Workloads.usesMemory(group.workload().values())) {
                return true;
            }
            wanted += group.count() * (double) group.memoryBytes();
        }
        return wanted > bytes();
    }

    /** What is there for guests' own memory. */
    private double bytes() {
        Admission admission = new Admission(host.platform());
        double bytes = admission.available(host.machine());
        for (GuestSpec group : groups) {
            bytes -= group.count() * admission.overhead(group);
        }
        return Math.max(0, bytes);
    }

    private HostMemory memory(MemoryPolicyFactory policy) {
        SwapSettings swap = policy.swap().orElseThrow();
        BlockDevice disk = host.disks().get(swap.disk() % host.disks().size());
        int pages = 0;
        for (GuestSpec group : groups) {
            pages = Math.addExact(pages, Math.multiplyExact(group.count(), Pages.in(group.memoryBytes())));
        }
        HostMemory made = new HostMemory(host.simulation(), (int) (bytes() / Pages.BYTES), disk, pages, swap.at());
        Price scan = host.event("page-scan", host.hostPricing());
        policy.rule(new MemorySurroundings(made, host.processors(), scan, seed, replication));
        host.remembers(made);
        return made;
    }

    /** A guest joins; its operating system's memory management is made when it is needed. */
    Supplier<GuestPaging> add(GuestParts parts) {
        Guest guest = parts.guest();
        MemoryTerms terms = guest.spec().memory();
        int pages = Pages.in(guest.spec().memoryBytes());
        GuestMemory.Terms admitted = new GuestMemory.Terms(
                guest.name(),
                guest.owner(),
                pages,
                terms.weight(),
                Pages.in(terms.reserveBytes()),
                terms.limitBytes() == 0 ? pages : Math.min(pages, Pages.in(terms.limitBytes())),
                terms.balloon(),
                host.platform().largePages());
        GuestMemory own = memory == null ? GuestMemory.fixed(admitted) : memory.newGuest(admitted);
        host.remembers(own);
        Lazily paging = new Lazily(parts, own);
        if (memory != null) {
            paging.get();
        }
        return paging;
    }

    /** All guests and their workloads are there. */
    void start() {
        MemoryStart start = new MemoryStart(memory, new KeyedSource(seed, replication, KeyedSource.path("memory/start" + host.name())));
        for (int i = 0; i < pagings.size(); i++) {
            start.add(pagings.get(i), specs.get(i).os().name(), specs.get(i).memory());
        }
        start.start();
    }

    private GuestPaging paging(GuestParts parts, GuestMemory own) {
        Guest guest = parts.guest();
        KeyedSource draws = new KeyedSource(seed, replication, KeyedSource.path("memory/" + guest.name() + "/disk"));
        BlockDevice disk = host.disks().get(parts.number() % host.disks().size());
        GuestDisk way = new GuestDisk(host.simulation(), parts.ports(), disk, guest.vcpus().get(0), draws);
        Price fault = price(parts, "host-page-fault");
        FaultPrices prices = new FaultPrices(fault, fault.and(price(parts, "host-swap-in")));
        GuestPaging paging = new GuestPaging(own, guest.spec().os().paging(), way, slots, prices);
        if (!own.isFixed() && own.terms().balloon()) {
            own.balloonedBy(new BalloonDriver(own, paging, guest.vcpus().get(0), price(parts, "balloon-page")));
        }
        host.remembers(paging);
        pagings.add(paging);
        specs.add(guest.spec());
        return paging;
    }

    private Price price(GuestParts parts, String event) {
        List<Charge> charges = host.platform().event(parts.way().mode(), event);
        return parts.guest().pricing().price(charges);
    }

    private final class Lazily implements Supplier<GuestPaging> {
        private final GuestParts parts;
        private final GuestMemory own;
        private GuestPaging made;

        Lazily(GuestParts parts, GuestMemory own) {
            this.parts = parts;
            this.own = own;
        }

        @Override
        public GuestPaging get() {
            if (made == null) {
                made = paging(parts, own);
            }
            return made;
        }
    }
}
