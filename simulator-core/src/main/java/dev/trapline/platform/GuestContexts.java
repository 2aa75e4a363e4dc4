package dev.trapline.platform;

import dev.trapline.declare.Values;
import dev.trapline.guest.Synchronization;
import dev.trapline.spec.Charge;
import dev.trapline.spec.CpuSpec;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.Mode;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Meter;
import dev.trapline.work.NodeMemory;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import java.util.ArrayList;
import java.util.List;

/** Makes the vCPUs of a host's guests: their prices, the cores and the memory node they are bound to, their caches. */
final class GuestContexts {
    private final Host host;
    private final MachineSpec machine;
    private final PlatformSpec platform;
    private final int firstFreeCore;
    private int threadsGiven;

    /** @param firstFreeCore the core after those of the driver domain */
    GuestContexts(Host host, int firstFreeCore) {
        this.host = host;
        this.firstFreeCore = firstFreeCore;
        machine = host.machine();
        platform = host.platform();
    }

    /** The vCPUs of one guest: the {@code index}-th of its group, the {@code number}-th of all. */
    List<Context> vcpus(GuestSpec spec, int group, int index, int number, Mode mode, Pricing pricing) {
        NodeMemory memory = nodeMemory(spec, number);
        List<Context> vcpus = new ArrayList<>();
        for (int i = 0; i < spec.vcpus(); i++) {
            String name = spec.name() + "-" + (index + 1) + " vcpu " + i;
            vcpus.add(vcpu(spec, group, name, number, mode, pricing, coreFor(spec, i), memory));
        }
        return vcpus;
    }

    /** By what its tasks wait for each other; where the platform ends long spins of such guests, by that rule. */
    Synchronization synchronization(GuestSpec spec, Mode mode, List<Context> vcpus, Pricing pricing) {
        PlatformSpec.SpinWaitSpec spinWait = platform.spinWait().filter(spin -> spin.holdsFor(spec.os())).orElse(null);
        return spinWait == null
                ? new Synchronization(vcpus, 0, Price.FREE)
                : new Synchronization(vcpus, spinWait.windowMilliCycles(), pricing.price(platform.event(mode, spinWait.event())));
    }

    private Context vcpu(
            GuestSpec spec, int group, String name, int domain, Mode mode, Pricing pricing, int core, NodeMemory memory) {
        ContextSettings settings = ContextSettings.with(meter(group, pricing), host.slots(), Place.GUEST_KERNEL)
                .domain(domain)
                .share(spec.share())
                .contextSwitch(pricing.price(platform.event(mode, "context-switch")))
                .interProcessorInterrupt(
                        pricing.price(platform.event(mode, "ipi")),
                        pricing.price(PlatformSpec.wakingInterrupt(platform.event(mode, "ipi"))))
                .idle(pricing.price(platform.event(mode, "idle-enter")), pricing.price(platform.event(mode, "idle-exit")))
                .tickless(tickless(spec, mode, pricing, "stop-tick"), tickless(spec, mode, pricing, "restart-tick"))
                .interruption(pricing.price(interruption(mode)))
                .tasks(pricing.price(platform.event(mode, "task-switch")), spec.os().sliceTaskPicos());
        if (platform.idle().spins()) {
            settings.spinning();
        }
        settings.pinnedTo(core).memory(memory);
        settings.polling(platform.idle().pollPicos(), platform.idle().pollFromPicos())
                .halting(pricing.price(platform.event(mode, "halt")));
        cache(settings, spec, pricing);
        return host.processors().newContext(name, settings);
    }

    private Price tickless(GuestSpec spec, Mode mode, Pricing pricing, String event) {
        return spec.os().tickless() ? pricing.price(platform.event(mode, event)) : Price.FREE;
    }

    /** Guests are given nodes in turn; one that no node could hold is spread over all. Null where all memory is near. */
    private NodeMemory nodeMemory(GuestSpec spec, int number) {
        if (!machine.isNuma()) {
            return null;
        }
        return machine.fitsNode(spec.vcpus(), spec.memoryBytes())
                ? NodeMemory.at(number % machine.sockets(), machine.sockets(), spec.memoryBytes())
                : NodeMemory.spread(machine.sockets(), spec.memoryBytes());
    }

    /** The core to which a vCPU is bound: by its guest, or by a platform that gives each a hardware thread; else -1. */
    private int coreFor(GuestSpec spec, int vcpu) {
        int asked = spec.coreOf(vcpu);
        if (asked >= 0 || !platform.dedicatedThreads()) {
            return asked;
        }
        return (firstFreeCore + threadsGiven++) % machine.cores();
    }

    private List<Charge> interruption(Mode mode) {
        List<Charge> inGuest = platform.event(mode, "physical-interrupt-in-guest");
        return inGuest.isEmpty() ? platform.event(mode, "physical-interrupt") : inGuest;
    }

    private void cache(ContextSettings settings, GuestSpec spec, Pricing pricing) {
        Values workload = spec.workload().values();
        List<CpuSpec.CacheSpec> caches = machine.cpu().caches();
        if (!workload.has("working-set") || caches.isEmpty()) {
            return;
        }
        CpuSpec.CacheSpec outermost = caches.get(caches.size() - 1);
        settings.cache(
                workload.whole("working-set"),
                outermost.bytes(),
                outermost.lineBytes(),
                outermost.coresSharing(),
                pricing.costs().get(outermost.missCost()).milli());
    }

    private Meter meter(int group, Pricing pricing) {
        if (platform.worldSwitch().isEmpty()) {
            return host.processors().newMeter(group);
        }
        PlatformSpec.WorldSwitchSpec names = platform.worldSwitch().get();
        return host.processors()
                .newMeter(group, crossing(names.toHost(), pricing), crossing(names.toGuest(), pricing));
    }

    private Price crossing(String cost, Pricing pricing) {
        int slot = host.slots().service(Place.HYPERVISOR, "world-switch");
        return Price.of(List.of(new Price.Item(slot, pricing.costs().get(cost).milli(), 1)));
    }
}
