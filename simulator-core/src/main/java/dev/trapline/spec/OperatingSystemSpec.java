package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * An operating system, as guest, host or driver domain.
 *
 * @param family {@code windows}, {@code linux} or {@code other}
 * @param tickHertz timer interrupts per second and vCPU
 * @param tickless whether an idle vCPU stops its tick
 * @param drivers the paravirtual device families it has drivers for
 * @param sliceTaskPicos the time slice of its own scheduler among its tasks
 */
public record OperatingSystemSpec(
        String name,
        String title,
        String family,
        int bits,
        long tickHertz,
        boolean tickless,
        List<String> drivers,
        long sliceTaskPicos,
        CostBook costs) {

    public static final Shape.Fields SHAPE = Shape.fields(
            "operating-system",
            "An operating system, as guest, host or driver domain.",
            Shape.required("operating-system", Shape.text(), "Its name."),
            Shape.required("title", Shape.text(), "Its name in reports."),
            Shape.required("family", Shape.choice("windows", "linux", "other"), "What platforms' modes match as `os`."),
            Shape.required("bits", Shape.count(32, 64), "32 or 64."),
            Shape.required("tick", Shape.of(Dimension.FREQUENCY, 0, 100_000), "Timer interrupts per second on each vCPU."),
            Shape.optional("tickless", Shape.flag(), false, "Whether an idle vCPU stops its tick."),
            Shape.optional(
                    "drivers", Shape.listOf(Shape.text()), List.of(), "Paravirtual device families it has drivers for."),
            Shape.optional("time-slice", Shape.time(1, 1e13), 100_000_000_000L, "Its own time slice among its tasks."),
            Shape.required("costs", Shape.mapOf(Cost.SHAPE), "What its own code costs natively."));

    public static OperatingSystemSpec of(Values values) {
        String name = values.text("operating-system");
        return new OperatingSystemSpec(
                name,
                values.text("title"),
                values.text("family"),
                values.count("bits"),
                values.whole("tick"),
                values.flag("tickless"),
                values.list("drivers", String.class),
                values.whole("time-slice"),
                CostBook.of(name, values.values("costs")));
    }

    public OperatingSystemSpec withCosts(CostBook other) {
        return new OperatingSystemSpec(name, title, family, bits, tickHertz, tickless, drivers, sliceTaskPicos, other);
    }
}
