package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * An operating system, as guest, host or driver domain.
 *
 * @param year when this version appeared
 * @param family {@code windows}, {@code linux} or {@code other}
 * @param architectures the processors it exists for
 * @param tickHertz timer interrupts per second and vCPU
 * @param tickSources 1: each vCPU has a tick of its own; 2: vCPU 0 takes a global one besides
 * @param tickless whether an idle vCPU stops its tick
 * @param drivers the drivers it has, of emulated and of paravirtual devices, its own or its hypervisor's for it
 * @param enlightenments the hypervisors whose interfaces its kernel uses without drivers
 * @param tprPerInterrupt how often it writes the task priority in the course of an interrupt
 * @param tprPerSystemCall how often in the course of a system call
 * @param sliceTaskPicos the time slice of its own scheduler among its tasks
 * @param paging how it manages its memory
 */
public record OperatingSystemSpec(
        String name,
        String title,
        int year,
        String family,
        int bits,
        List<String> architectures,
        long tickHertz,
        int tickSources,
        boolean tickless,
        List<String> drivers,
        List<String> enlightenments,
        int tprPerInterrupt,
        int tprPerSystemCall,
        long sliceTaskPicos,
        PagingSpec paging,
        CostBook costs) {

    private static final Shape TPR = Shape.fields(
            "tpr-writes",
            "How often the kernel writes the task priority register.",
            Shape.optional("per-interrupt", Shape.count(0, 1000), 0L, "In the course of one interrupt or tick."),
            Shape.optional("per-system-call", Shape.count(0, 1000), 0L, "In the course of one system call."));

    public static final Shape.Fields SHAPE = Shape.fields(
            "operating-system",
            "An operating system, as guest, host or driver domain.",
            Shape.required("operating-system", Shape.text(), "Its name."),
            Shape.required("title", Shape.text(), "Its name in reports."),
            Shape.optional("year", Shape.count(1960, 2100), 2008L, "When this version appeared."),
            Shape.required("family", Shape.choice("windows", "linux", "other"), "What platforms' modes match as `os`."),
            Shape.required("bits", Shape.count(32, 64), "32 or 64."),
            Shape.optional(
                    "architectures",
                    Shape.listOf(Shape.choice("x86", "itanium", "sparc")),
                    List.of("x86"),
                    "The processors it exists for."),
            Shape.required("tick", Shape.of(Dimension.FREQUENCY, 0, 100_000), "Timer interrupts per second on each vCPU."),
            Shape.optional(
                    "tick-sources", Shape.count(1, 2), 1L, "1: each vCPU's own tick; 2: and a global one of that rate on vCPU 0."),
            Shape.optional("tickless", Shape.flag(), false, "Whether an idle vCPU stops its tick."),
            Shape.optional(
                    "drivers", Shape.listOf(Shape.text()), List.of(), "The drivers it has, of emulated and paravirtual devices."),
            Shape.optional(
                    "enlightenments",
                    Shape.listOf(Shape.text()),
                    List.of(),
                    "Hypervisors whose interfaces its kernel uses without any drivers."),
            Shape.optional("tpr-writes", TPR, null, "How often its kernel writes the task priority register."),
            Shape.optional("time-slice", Shape.time(1, 1e13), 100_000_000_000L, "Its own time slice among its tasks."),
            Shape.optional("paging", PagingSpec.SHAPE, PagingSpec.defaults(), "How it manages its memory."),
            Shape.required("costs", Shape.mapOf(Cost.SHAPE), "What its own code costs natively."));

    public static OperatingSystemSpec of(Values values) {
        String name = values.text("operating-system");
        return new OperatingSystemSpec(
                name,
                values.text("title"),
                values.count("year"),
                values.text("family"),
                values.count("bits"),
                values.list("architectures", String.class),
                values.whole("tick"),
                values.count("tick-sources"),
                values.flag("tickless"),
                values.list("drivers", String.class),
                values.list("enlightenments", String.class),
                values.optional("tpr-writes").map(tpr -> tpr.count("per-interrupt")).orElse(0),
                values.optional("tpr-writes").map(tpr -> tpr.count("per-system-call")).orElse(0),
                values.whole("time-slice"),
                PagingSpec.of(values.values("paging")),
                CostBook.of(name, values.values("costs")));
    }

    public OperatingSystemSpec withCosts(CostBook other) {
        return with(tickHertz, other);
    }

    public OperatingSystemSpec withTick(long hertz) {
        return with(hertz, costs);
    }

    private OperatingSystemSpec with(long hertz, CostBook book) {
        return new OperatingSystemSpec(
                name, title, year, family, bits, architectures, hertz, tickSources, tickless, drivers, enlightenments, tprPerInterrupt,
                tprPerSystemCall, sliceTaskPicos, paging, book);
    }
}
