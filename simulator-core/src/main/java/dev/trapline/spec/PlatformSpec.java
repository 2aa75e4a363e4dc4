package dev.trapline.spec;

import dev.trapline.declare.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A hypervisor, a hosted product, or {@code native}: which mechanisms it is composed of and what each costs.
 *
 * @param label what results call it
 * @param variant one of several behaviours of a product whose speed was never published, or empty
 * @param aliasOf the platform whose engine this is under another name, so that it has no verdict of its own; itself if too few
 *     of its numbers have a source for one; or empty
 * @param kind {@code native}, {@code bare-metal} or {@code hosted}
 * @param scheduler the scheduler component and what it is told
 * @param schedulerRanges what those of its times may be that are not published, by key
 * @param idle what an idle guest does
 * @param ticks how missed timer ticks are treated
 * @param spinWait what ends a long spin on a lock
 * @param largePages whether nested paging backs guests with large pages
 * @param dedicatedThreads whether each vCPU is bound to a hardware thread of its own, after those of the driver domain
 * @param memory the memory policy and what it is told
 * @param worldSwitch the costs of a switch to the host's world and back, only on hosted platforms
 * @param events charges by event: {@code virtual-interrupt, physical-interrupt, physical-interrupt-in-guest, idle-enter,
 *     idle-exit, context-switch, ipi, tick, host-tick, task-switch}
 * @param images by image format, then by part of a disk's path, the stages that a guest's disk of that format has there; the first
 *     is what guests have that ask for none
 * @param imageLayouts how files of growing formats grow, by format; else as VHD does
 * @param hostCache the cache of the files that guests' disks are, where the product can use one
 * @param delays of paths, by name: times in picoseconds that hold no core
 * @param paths by name, then by part ({@code transmit, completion, receive, request, interrupt}), the stages as checked values
 */
public record PlatformSpec(
        String label,
        String variant,
        String aliasOf,
        String title,
        String kind,
        int year,
        List<Mode> modes,
        Values scheduler,
        Map<String, TimeRange> schedulerRanges,
        Optional<DriverDomainSpec> driverDomain,
        Optional<OperatingSystemSpec> hostOs,
        IdleSpec idle,
        TickSpec ticks,
        Optional<SpinWaitSpec> spinWait,
        boolean largePages,
        boolean dedicatedThreads,
        Values memory,
        Optional<WorldSwitchSpec> worldSwitch,
        Map<String, ExecutorSpec> executors,
        Map<String, List<Charge>> events,
        Map<String, Map<String, List<Values>>> images,
        Map<String, ImageLayout> imageLayouts,
        Optional<HostCacheSpec> hostCache,
        Map<String, Map<String, List<Values>>> paths,
        Map<String, Estimate> delays,
        List<LimitSpec> limits,
        CostBook costs) {

    /** The partition that holds the drivers: Domain 0, a parent partition. {@code vcpus} 0 means one per core. */
    public record DriverDomainSpec(String name, int vcpus, double weight, OperatingSystemSpec os, boolean pinned, int firstCore) {
        DriverDomainSpec with(OperatingSystemSpec other) {
            return new DriverDomainSpec(name, vcpus, weight, other, pinned, firstCore);
        }
    }

    /**
     * What an idle guest does: spin in the VMM, or block, after it has polled for so long.
     *
     * @param pollFromPicos the first time it tries where it finds by itself how long; 0: it always polls {@code pollPicos}
     */
    public record IdleSpec(boolean spins, boolean spinCountsAsIdle, long pollPicos, long pollFromPicos) {}

    /**
     * After so long a spin on a lock a vCPU is made to let its core go.
     *
     * @param event says what that costs
     * @param enlightenment what a guest must know of the platform to be one of whom that holds; empty: it holds of all
     */
    public record SpinWaitSpec(long windowMilliCycles, String event, String enlightenment) {
        public boolean holdsFor(OperatingSystemSpec guest) {
            return enlightenment.isEmpty() || guest.enlightenments().contains(enlightenment);
        }
    }

    /**
     * Timer ticks.
     *
     * @param missed what becomes of ticks that a vCPU without a core missed: {@code merge}, {@code backlog} or {@code drop}
     * @param hostHertz the rate of the machine's own tick on each core; 0: that of the operating system which owns it
     */
    public record TickSpec(String missed, long hostHertz) {}

    /** Names of the costs of the two directions of a world switch. */
    public record WorldSwitchSpec(String toHost, String toGuest) {}

    public boolean isNative() {
        return kind.equals("native");
    }

    public boolean isHosted() {
        return kind.equals("hosted");
    }

    /** How guests like these are run on a machine like this, if they are. */
    public Optional<Way> way(MachineSpec machine, GuestSpec guest) {
        return Way.of(this, machine, guest);
    }

    /** The label, with the variant where there is one. */
    public String fullName() {
        return variant.isEmpty() ? label : label + " (" + variant + ")";
    }

    public List<Charge> event(String name) {
        return events.getOrDefault(name, List.of());
    }

    /** An idle core runs nobody whom an interrupt of another core would throw out: of its charges the interrupt itself is left. */
    public static List<Charge> wakingInterrupt(List<Charge> interrupt) {
        return interrupt.stream().filter(charge -> charge.cost().equals("ipi")).toList();
    }

    /** What an event is charged for guests that are run in this mode. */
    public List<Charge> event(Mode mode, String name) {
        return mode.events().getOrDefault(name, event(name));
    }

    /** The same with its costs, and those of its modes, changed. */
    public PlatformSpec mapCosts(UnaryOperator<Cost> change) {
        List<Mode> changed = modes.stream().map(mode -> mode.withCosts(mode.costs().map(change))).toList();
        return with(changed, scheduler, driverDomain, hostOs, costs.map(change));
    }

    public PlatformSpec withCosts(CostBook other) {
        return with(modes, scheduler, driverDomain, hostOs, other);
    }

    public PlatformSpec withScheduler(Values other) {
        return with(modes, other, driverDomain, hostOs, costs);
    }

    public PlatformSpec withDriverDomain(DriverDomainSpec other) {
        return with(modes, scheduler, Optional.of(other), hostOs, costs);
    }

    /** The same with its host's and driver domain's operating systems changed. */
    public PlatformSpec withOperatingSystems(UnaryOperator<OperatingSystemSpec> change) {
        return with(modes, scheduler, driverDomain.map(domain -> domain.with(change.apply(domain.os()))), hostOs.map(change), costs);
    }

    /** The same with its paths' delays changed. */
    public PlatformSpec mapDelays(UnaryOperator<Estimate> change) {
        Map<String, Estimate> changed = new LinkedHashMap<>();
        delays.forEach((name, delay) -> changed.put(name, change.apply(delay)));
        return with(modes, scheduler, driverDomain, hostOs, changed, costs);
    }

    private PlatformSpec with(
            List<Mode> modes,
            Values scheduler,
            Optional<DriverDomainSpec> driverDomain,
            Optional<OperatingSystemSpec> hostOs,
            CostBook costs) {
        return with(modes, scheduler, driverDomain, hostOs, delays, costs);
    }

    /** The one place that lists what a changed platform keeps. */
    private PlatformSpec with(
            List<Mode> modes,
            Values scheduler,
            Optional<DriverDomainSpec> driverDomain,
            Optional<OperatingSystemSpec> hostOs,
            Map<String, Estimate> delays,
            CostBook costs) {
        return new PlatformSpec(
                label, variant, aliasOf, title, kind, year, modes, scheduler, schedulerRanges, driverDomain, hostOs, idle, ticks,
                spinWait, largePages, dedicatedThreads, memory, worldSwitch, executors, events, images, imageLayouts,
                hostCache, paths, delays, limits, costs);
    }
}
