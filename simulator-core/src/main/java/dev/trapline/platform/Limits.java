package dev.trapline.platform;

import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.HostSpec;
import dev.trapline.spec.LimitSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * The documented limits and support rules of a platform, held against what is asked of it. A rule with a condition looks at
 * the guests alone for which that holds.
 */
public final class Limits {
    private static final double MEBI = 1 << 20;

    private final MachineSpec machine;
    private final PlatformSpec platform;
    private final List<GuestSpec> all;
    private final List<Violation> violations = new ArrayList<>();
    private List<GuestSpec> guests;

    private Limits(MachineSpec machine, PlatformSpec platform, List<GuestSpec> guests) {
        this.machine = machine;
        this.platform = platform;
        this.all = guests;
        this.guests = guests;
    }

    /** All rules that are not kept on any host; empty if a platform under comparison, and those it runs beside, support this. */
    public static List<Refusal> check(PointSpec point, PlatformSpec compared, Vocabulary vocabulary) {
        List<Refusal> all = new ArrayList<>();
        for (HostSpec host : point.hosts()) {
            List<GuestSpec> guests = point.guestsOn(host);
            PlatformSpec platform = host.platform(compared);
            if (!guests.isEmpty()) {
                check(host.machine(), platform, guests, vocabulary)
                        .forEach(violation -> all.add(new Refusal(host, platform, violation)));
            }
        }
        return all;
    }

    /** All rules that are not kept; empty if the platform supports this. */
    public static List<Violation> check(
            MachineSpec machine, PlatformSpec platform, List<GuestSpec> guests, Vocabulary vocabulary) {
        Limits limits = new Limits(machine, platform, guests);
        platform.limits().forEach(limits::checkIfConcerned);
        limits.violations.addAll(Feasibility.check(
                machine,
                platform,
                guests,
                vocabulary.schedulers().create(platform.scheduler()).controls(),
                vocabulary.memoryPolicies().create(platform.memory())));
        return limits.violations;
    }

    private void checkIfConcerned(LimitSpec limit) {
        guests = all.stream().filter(guest -> limit.when().holds(machine, guest.os(), driversInUse(guest))).toList();
        if (!guests.isEmpty()) {
            check(limit);
        }
    }

    /** Of a guest that does not run: all that it has. */
    private List<String> driversInUse(GuestSpec guest) {
        return platform.way(machine, guest).map(Way::driversInUse).orElse(guest.os().drivers());
    }

    private void check(LimitSpec limit) {
        switch (limit.rule()) {
            case VCPUS_PER_GUEST -> guests.forEach(guest -> most(limit, guest.name(), guest.vcpus(), "vCPUs a guest"));
            case MEMORY_PER_GUEST -> guests.forEach(
                    guest -> memory(limit, guest.name(), guest.memoryBytes(), "memory a guest"));
            case MEMORY_OF_ALL_GUESTS -> memory(
                    limit, "", sum(guest -> guest.count() * guest.memoryBytes()), "memory of all guests");
            case GUEST_BITS -> guests.forEach(guest -> most(limit, guest.name(), guest.os().bits(), "bits of a guest"));
            case GUEST_OPERATING_SYSTEMS -> guests.forEach(guest -> system(limit, guest));
            case GUEST_YEAR -> guests.forEach(guest -> year(limit, guest));
            case GUESTS_PER_HOST -> most(limit, "", sum(GuestSpec::count), "guests");
            case VCPUS_PER_HOST -> most(limit, "", vcpus(), "vCPUs of all guests");
            case VCPUS_PER_CORE -> perCore(limit);
            case NO_VCPU_OVERCOMMIT -> dedicated(limit);
            case HOST_CORES -> most(limit, "", machine.cores(), "cores of the host");
            case HOST_MEMORY -> memory(limit, "", machine.memoryBytes(), "memory of the host");
            case HOST_MEMORY_AT_LEAST -> needs(
                    limit, machine.memoryBytes() >= limit.atMost(), "hosts with " + mebibytes(limit.atMost()) + " of memory or more");
            case HOST_ARCHITECTURE -> needs(
                    limit, limit.only().contains(machine.cpu().architecture()), "hosts of " + String.join(", ", limit.only()));
            case HOST_64_BIT -> needs(limit, machine.sixtyFourBit(), "a 64-bit host");
            case HOST_HARDWARE_VIRTUALIZATION -> needs(
                    limit, machine.hardwareVirtualization(), "a host with hardware virtualization");
            case HOST_NESTED_PAGING -> needs(limit, machine.cpu().nestedPaging(), "a host with nested paging");
            case NO_MEMORY_OVERCOMMIT -> admission(limit, GuestSpec::memoryBytes);
            case MEMORY_RESERVATIONS_FIT -> admission(limit, guest -> guest.memory().reserveBytes());
            case MEMORY_OVERHEAD_PER_GUEST,
                    MEMORY_OVERHEAD_PER_FURTHER_GIB,
                    MEMORY_OVERHEAD_PER_FURTHER_VCPU,
                    MEMORY_RESERVED_FOR_HOST -> {}
        }
    }

    private interface Count {
        double of(GuestSpec guest);
    }

    private double sum(Count count) {
        double sum = 0;
        for (GuestSpec guest : guests) {
            sum += count.of(guest);
        }
        return sum;
    }

    private double vcpus() {
        return sum(guest -> guest.count() * guest.vcpus());
    }

    private void most(LimitSpec limit, String guest, double asked, String what) {
        if (asked > limit.atMost()) {
            violated(limit, guest, whole(limit.atMost()) + " " + what, whole(asked));
        }
    }

    private void memory(LimitSpec limit, String guest, double asked, String what) {
        if (asked > limit.atMost()) {
            violated(limit, guest, mebibytes(limit.atMost()) + " of " + what, mebibytes(asked));
        }
    }

    private void needs(LimitSpec limit, boolean kept, String what) {
        if (!kept) {
            violated(limit, "", "only " + what, machine.title());
        }
    }

    private void system(LimitSpec limit, GuestSpec guest) {
        if (!limit.only().contains(guest.os().family()) && !limit.only().contains(guest.os().name())) {
            violated(limit, guest.name(), "guests with " + String.join(", ", limit.only()), guest.os().title());
        }
    }

    private void year(LimitSpec limit, GuestSpec guest) {
        if (guest.os().year() > limit.atMost()) {
            violated(
                    limit, guest.name(), "guests of " + whole(limit.atMost()) + " and before",
                    guest.os().title() + " of " + guest.os().year());
        }
    }

    private void perCore(LimitSpec limit) {
        if (vcpus() > limit.atMost() * machine.cores()) {
            violated(
                    limit, "", whole(limit.atMost() * machine.cores()) + " vCPUs, " + whole(limit.atMost()) + " a core",
                    whole(vcpus()));
        }
    }

    /** Each vCPU has a hardware thread of its own, the driver domain's among them. */
    private void dedicated(LimitSpec limit) {
        int domain = platform.driverDomain()
                .map(found -> found.vcpus() == 0 ? machine.cores() : found.vcpus())
                .orElse(0);
        int available = Math.max(0, machine.cores() - domain);
        if (vcpus() > available) {
            violated(limit, "", available + " vCPUs, one for each hardware thread left", whole(vcpus()));
        }
    }

    /** What is promised of guests' memory, what each takes on top, and what the host keeps must fit into the machine. */
    private void admission(LimitSpec limit, Count promised) {
        Admission admission = new Admission(platform);
        double available = admission.available(machine);
        double asked = sum(guest -> guest.count() * (promised.of(guest) + admission.overhead(guest)));
        if (asked > available) {
            violated(limit, "", mebibytes(available) + " of memory for guests", mebibytes(asked));
        }
    }

    private void violated(LimitSpec limit, String guest, String allowed, String asked) {
        violations.add(Violation.of(limit, guest, allowed, asked));
    }

    private static String whole(double value) {
        return Long.toString(StrictMath.round(value));
    }

    static String mebibytes(double bytes) {
        return StrictMath.round(bytes / MEBI) + " MiB";
    }
}
