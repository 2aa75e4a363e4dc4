package dev.trapline.platform;

import dev.trapline.memory.MemoryPolicyFactory;
import dev.trapline.scheduler.Controls;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.LimitRule;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.MemoryTerms;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Way;
import dev.trapline.virtualization.NestedPaging;
import dev.trapline.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a machine, a platform and its guests must fulfil whatever the platform's documents say. */
final class Feasibility {
    private final MachineSpec machine;
    private final PlatformSpec platform;
    private final List<GuestSpec> guests;
    private final List<Violation> violations = new ArrayList<>();

    private Feasibility(MachineSpec machine, PlatformSpec platform, List<GuestSpec> guests) {
        this.machine = machine;
        this.platform = platform;
        this.guests = guests;
    }

    static List<Violation> check(
            MachineSpec machine,
            PlatformSpec platform,
            List<GuestSpec> guests,
            Controls controls,
            MemoryPolicyFactory memory) {
        Feasibility feasibility = new Feasibility(machine, platform, guests);
        feasibility.oneSystem();
        feasibility.architecture();
        feasibility.modes();
        feasibility.devices();
        feasibility.cores();
        feasibility.controls(controls);
        platform.driverDomain().ifPresent(domain -> feasibility.driverDomain(domain, controls));
        feasibility.memory(memory);
        return feasibility.violations;
    }

    /** Natively there is one operating system on the machine. */
    private void oneSystem() {
        long systems = guests.stream().map(guest -> guest.os().name()).distinct().count();
        if (platform.isNative() && systems > 1) {
            mayBeIgnored(
                    "one-operating-system", "", "one operating system", systems + " of them",
                    "natively one operating system owns the machine");
        }
    }

    private void architecture() {
        String is = machine.cpu().architecture();
        for (GuestSpec guest : guests) {
            if (!guest.os().architectures().contains(is)) {
                impossible(
                        "one-architecture", guest.name(), "guests for " + is, String.join(", ", guest.os().architectures()),
                        "guests execute the instructions of their host");
            }
        }
    }

    private void modes() {
        for (GuestSpec guest : guests) {
            Optional<Way> way = platform.way(machine, guest);
            if (Way.candidates(platform, machine, guest).isEmpty()) {
                impossible(
                        "guest-operating-system", guest.name(), "other operating systems or machines", guest.os().title(),
                        "no mode of the platform runs such guests on such a machine");
            } else if (way.isPresent() && way.get().mode().memory().equals(NestedPaging.COMPONENT.name())
                    && !machine.cpu().nestedPaging()) {
                impossible(
                        "nested-paging", guest.name(), "processors that walk a guest's page tables", machine.cpu().title(),
                        "the mode '" + way.get().mode().title() + "' leaves page tables to the processor");
            } else {
                OfferedDevices.check(platform, machine, guest).forEach(violations::add);
            }
        }
    }

    /** Every guest has a network interface and a disk of the machine. */
    private void devices() {
        if (machine.nics().isEmpty() || machine.disks().isEmpty()) {
            impossible(
                    "host-devices", "", "machines with both",
                    machine.nics().size() + " network interfaces and " + machine.disks().size() + " disks",
                    "guests are attached to a network interface and a disk");
        }
    }

    /** A vCPU is bound only to a core that the machine has. */
    private void cores() {
        for (GuestSpec guest : guests) {
            int highest = -1;
            for (int i = 0; i < guest.vcpus(); i++) {
                highest = Math.max(highest, guest.coreOf(i));
            }
            if (highest >= machine.cores()) {
                impossible(
                        "host-cores", guest.name(), "cores 0 to " + (machine.cores() - 1), "core " + highest,
                        "a vCPU is bound to a core of the machine");
            }
        }
    }

    /** The driver domain's vCPUs are bound to cores that there are, and its weight is one that the scheduler knows. */
    private void driverDomain(PlatformSpec.DriverDomainSpec domain, Controls controls) {
        int vcpus = domain.vcpus() == 0 ? machine.cores() : domain.vcpus();
        int highest = domain.firstCore() + vcpus - 1;
        if (domain.pinned() && highest >= machine.cores()) {
            impossible(
                    "host-cores", domain.name(), "cores 0 to " + (machine.cores() - 1), "core " + highest,
                    "each vCPU of a pinned driver domain has a core of its own");
        }
        if (!controls.weight() && domain.weight() != 1) {
            mayBeIgnored("cpu-share", domain.name(), "no weights", "some", "its scheduler knows no weights");
        }
    }

    /** What a guest's share asks for must be something the platform's scheduler knows. */
    private void controls(Controls controls) {
        for (GuestSpec guest : guests) {
            known(guest, controls.weight() || guest.share().weight() == 1, "weights");
            known(guest, controls.reserve() || guest.share().reserve() == 0, "reservations");
            known(guest, controls.cap() || !guest.share().isCapped(), "caps");
        }
    }

    /** Memory that guests use has to be there where nobody swaps it, and shares of it need a policy that knows them. */
    private void memory(MemoryPolicyFactory policy) {
        Admission admission = new Admission(platform);
        double asked = 0;
        boolean used = false;
        for (GuestSpec guest : guests) {
            MemoryTerms terms = guest.memory();
            asked += guest.count() * (guest.memoryBytes() + admission.overhead(guest));
            used |= Workloads.usesMemory(guest.workload().values());
            remembered(guest, policy.overcommits() || terms.limitBytes() == 0, "limits");
            remembered(guest, policy.knowsShares() || terms.weight() == 1, "weights");
            remembered(guest, policy.knowsShares() || terms.reserveBytes() == 0, "reservations");
        }
        boolean documented =
                platform.limits().stream().anyMatch(limit -> limit.rule() == LimitRule.NO_MEMORY_OVERCOMMIT);
        if (used && !policy.overcommits() && !documented && asked > admission.available(machine)) {
            mayBeIgnored(
                    "machine-memory", "", Limits.mebibytes(admission.available(machine)) + " of memory for guests",
                    Limits.mebibytes(asked), "nothing is simulated that would find the rest elsewhere");
        }
    }

    private void remembered(GuestSpec guest, boolean known, String what) {
        if (!known) {
            mayBeIgnored("memory-share", guest.name(), "no " + what + " of memory", "some", "its memory policy knows no " + what);
        }
    }

    private void known(GuestSpec guest, boolean known, String what) {
        if (!known) {
            mayBeIgnored("cpu-share", guest.name(), "no " + what, "some", "its scheduler knows no " + what);
        }
    }

    private void mayBeIgnored(String rule, String guest, String allowed, String asked, String text) {
        violations.add(new Violation(rule, guest, allowed, asked, "", text, Violation.Weight.LIMIT));
    }

    private void impossible(String rule, String guest, String allowed, String asked, String text) {
        violations.add(new Violation(rule, guest, allowed, asked, "", text, Violation.Weight.IMPOSSIBLE));
    }
}
