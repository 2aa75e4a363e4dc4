package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;
import java.util.Optional;

/**
 * Guests and machines that a mode or a limit is for. What is empty matches all.
 *
 * @param families families of operating systems
 * @param systems names of operating systems
 * @param bits widths of the guest
 * @param drivers drivers, one of which the guest has (of a mode) or uses (of a limit)
 * @param enlightenments hypervisors, one of whose interfaces the guest's kernel uses
 * @param vendors whose CPUs
 * @param nestedPaging whether the CPU walks a guest's tables and the hypervisor's by itself
 * @param hardwareVirtualization whether the machine has VT-x or AMD-V
 * @param sixtyFourBitHost whether the machine runs 64-bit code
 */
public record Condition(
        List<String> families,
        List<String> systems,
        List<Long> bits,
        List<String> drivers,
        List<String> enlightenments,
        List<String> vendors,
        Optional<Boolean> nestedPaging,
        Optional<Boolean> hardwareVirtualization,
        Optional<Boolean> sixtyFourBitHost) {

    public static final Shape SHAPE = Shape.fields(
            "when",
            "The guests and machines that it is for; an absent key matches all.",
            Shape.optional("os", Shape.either(Shape.text(), Shape.listOf(Shape.text())), null, "Family of operating systems."),
            Shape.optional(
                    "operating-system",
                    Shape.either(Shape.text(), Shape.listOf(Shape.text())),
                    null,
                    "Name of an operating system."),
            Shape.optional(
                    "bits",
                    Shape.either(Shape.count(32, 64), Shape.listOf(Shape.count(32, 64))),
                    null,
                    "Width of the guest."),
            Shape.optional("drivers", Shape.text(), null, "A driver that the guest has; of a limit: that it uses."),
            Shape.optional("enlightenment", Shape.text(), null, "A hypervisor whose interfaces the guest's kernel uses."),
            Shape.optional("cpu-vendor", Shape.choice("intel", "amd", "other"), null, "Whose CPU the machine has."),
            Shape.optional("nested-paging", Shape.flag(), null, "Whether the CPU has nested paging."),
            Shape.optional("hardware-virtualization", Shape.flag(), null, "Whether the machine has VT-x or AMD-V."),
            Shape.optional("host-64-bit", Shape.flag(), null, "Whether the machine runs 64-bit code."));

    public static Condition of(Values when) {
        return new Condition(
                words(when, "os", String.class),
                words(when, "operating-system", String.class),
                words(when, "bits", Long.class),
                words(when, "drivers", String.class),
                words(when, "enlightenment", String.class),
                words(when, "cpu-vendor", String.class),
                flag(when, "nested-paging"),
                flag(when, "hardware-virtualization"),
                flag(when, "host-64-bit"));
    }

    private static <T> List<T> words(Values when, String name, Class<T> type) {
        if (!when.has(name)) {
            return List.of();
        }
        Object value = when.get(name);
        return type.isInstance(value) ? List.of(type.cast(value)) : when.list(name, type);
    }

    private static Optional<Boolean> flag(Values when, String name) {
        return when.has(name) ? Optional.of(when.flag(name)) : Optional.empty();
    }

    /** @param known the drivers that count: all of the operating system's, or those in use */
    public boolean holds(MachineSpec machine, OperatingSystemSpec os, List<String> known) {
        return holdsOf(os)
                && (drivers.isEmpty() || drivers.stream().anyMatch(known::contains))
                && (vendors.isEmpty() || vendors.contains(machine.cpu().vendor()))
                && agrees(nestedPaging, machine.cpu().nestedPaging())
                && agrees(hardwareVirtualization, machine.hardwareVirtualization())
                && agrees(sixtyFourBitHost, machine.sixtyFourBit());
    }

    private boolean holdsOf(OperatingSystemSpec os) {
        return (families.isEmpty() || families.contains(os.family()))
                && (systems.isEmpty() || systems.contains(os.name()))
                && (bits.isEmpty() || bits.contains((long) os.bits()))
                && (enlightenments.isEmpty() || enlightenments.stream().anyMatch(os.enlightenments()::contains));
    }

    private static boolean agrees(Optional<Boolean> asked, boolean is) {
        return asked.isEmpty() || asked.get() == is;
    }
}
