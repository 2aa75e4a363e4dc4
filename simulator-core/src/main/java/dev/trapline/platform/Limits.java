package dev.trapline.platform;

import dev.trapline.scheduler.Controls;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.LimitSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.PlatformSpec;
import java.util.ArrayList;
import java.util.List;

/** The documented limits and support rules of a platform, held against what is asked of it. */
public final class Limits {
    private static final double MEBI = 1 << 20;

    /**
     * A rule that is not kept.
     *
     * @param guest the guest group it concerns, or empty
     */
    public record Violation(String guest, LimitSpec limit, String allowed, String asked) {
        public String sentence(PlatformSpec platform) {
            return platform.title() + " allows " + allowed + ", asked for " + asked
                    + (limit.text().isEmpty() ? "." : ": " + limit.text());
        }
    }

    private final MachineSpec machine;
    private final PlatformSpec platform;
    private final List<GuestSpec> guests;
    private final List<Violation> violations = new ArrayList<>();

    private Limits(MachineSpec machine, PlatformSpec platform, List<GuestSpec> guests) {
        this.machine = machine;
        this.platform = platform;
        this.guests = guests;
    }

    /** All rules that are not kept; empty if the platform supports this. */
    public static List<Violation> check(
            MachineSpec machine, PlatformSpec platform, List<GuestSpec> guests, Vocabulary vocabulary) {
        Limits limits = new Limits(machine, platform, guests);
        platform.limits().forEach(limits::check);
        limits.oneSystem();
        limits.modes();
        limits.devices();
        limits.controls(vocabulary.schedulers().create(platform.scheduler()).controls());
        return limits.violations;
    }

    private void check(LimitSpec limit) {
        switch (limit.rule()) {
            case "vcpus-per-guest" -> guests.forEach(guest -> most(limit, guest.name(), guest.vcpus(), "vCPUs a guest"));
            case "memory-per-guest" -> guests.forEach(
                    guest -> memory(limit, guest.name(), guest.memoryBytes(), "memory a guest"));
            case "guest-bits" -> guests.forEach(guest -> most(limit, guest.name(), guest.os().bits(), "bits of a guest"));
            case "guests-per-host" -> most(limit, "", sum(GuestSpec::count), "guests");
            case "vcpus-per-host" -> most(limit, "", sum(guest -> guest.count() * guest.vcpus()), "vCPUs of all guests");
            case "host-cores" -> most(limit, "", machine.cores(), "cores of the host");
            case "host-memory" -> memory(limit, "", machine.memoryBytes(), "memory of the host");
            case "host-64-bit" -> needs(limit, machine.sixtyFourBit(), "a 64-bit host");
            case "host-hardware-virtualization" -> needs(
                    limit, machine.hardwareVirtualization(), "a host with hardware virtualization");
            case "no-memory-overcommit" -> admission(limit);
            default -> {}
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

    private void most(LimitSpec limit, String guest, double asked, String what) {
        if (asked > limit.atMost()) {
            violations.add(new Violation(guest, limit, whole(limit.atMost()) + " " + what, whole(asked)));
        }
    }

    private void memory(LimitSpec limit, String guest, double asked, String what) {
        if (asked > limit.atMost()) {
            violations.add(new Violation(guest, limit, mebibytes(limit.atMost()) + " of " + what, mebibytes(asked)));
        }
    }

    private void needs(LimitSpec limit, boolean kept, String what) {
        if (!kept) {
            violations.add(new Violation("", limit, "only " + what, machine.title()));
        }
    }

    /** Guests' memory, what each takes on top, and what the host keeps must fit into the machine. */
    private void admission(LimitSpec limit) {
        double perGuest = amount("memory-overhead-per-guest");
        double available = machine.memoryBytes() - amount("memory-reserved-for-host");
        double asked = sum(guest -> guest.count() * (guest.memoryBytes() + perGuest));
        if (asked > available) {
            violations.add(new Violation("", limit, mebibytes(available) + " of memory for guests", mebibytes(asked)));
        }
    }

    private double amount(String rule) {
        return platform.limits().stream()
                .filter(limit -> limit.rule().equals(rule))
                .mapToDouble(LimitSpec::atMost)
                .findFirst()
                .orElse(0);
    }

    /** Natively there is one operating system on the machine. */
    private void oneSystem() {
        long systems = guests.stream().map(guest -> guest.os().name()).distinct().count();
        if (platform.isNative() && systems > 1) {
            LimitSpec rule = new LimitSpec("one-operating-system", 1, "", "natively one operating system owns the machine");
            violations.add(new Violation("", rule, "one operating system", systems + " of them"));
        }
    }

    private void modes() {
        for (GuestSpec guest : guests) {
            if (platform.mode(machine, guest).isEmpty()) {
                LimitSpec rule = new LimitSpec("guest-operating-system", 0, "", "no mode of the platform runs such guests");
                violations.add(new Violation(guest.name(), rule, "other operating systems", guest.os().title()));
            }
        }
    }

    /** Every guest has a network interface and a disk of the machine. */
    private void devices() {
        if (machine.nics().isEmpty() || machine.disks().isEmpty()) {
            LimitSpec rule = new LimitSpec("host-devices", 1, "", "guests are attached to a network interface and a disk");
            violations.add(new Violation(
                    "",
                    rule,
                    "machines with both",
                    machine.nics().size() + " network interfaces and " + machine.disks().size() + " disks"));
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

    private void known(GuestSpec guest, boolean known, String what) {
        if (!known) {
            LimitSpec rule = new LimitSpec("cpu-share", 0, "", "its scheduler knows no " + what);
            violations.add(new Violation(guest.name(), rule, "no " + what, "some"));
        }
    }

    private static String whole(double value) {
        return Long.toString(StrictMath.round(value));
    }

    private static String mebibytes(double bytes) {
        return StrictMath.round(bytes / MEBI) + " MiB";
    }
}
