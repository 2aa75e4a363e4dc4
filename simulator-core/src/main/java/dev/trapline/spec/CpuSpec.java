package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A CPU generation: what its operations cost in cycles, whatever its clock.
 *
 * @param year when it appeared
 * @param vendor {@code intel}, {@code amd} or {@code other}
 * @param architecture {@code x86}, {@code itanium} or {@code sparc}
 * @param taggedTlb whether a switch to and from the hypervisor keeps the other's translations
 * @param nestedPaging whether it walks a guest's tables and the hypervisor's by itself
 * @param numa whether each socket is a memory node of its own
 * @param tprShadow whether a guest's writes of the task priority need no exit
 * @param smtFactor how fast a thread runs beside a busy sibling, in thousandths of one that has the core alone
 * @param idleExit how long a core needs to leave its idle state, in picoseconds
 * @param caches the levels that a refill after a switch is paid in
 */
public record CpuSpec(
        String name,
        String title,
        int year,
        String vendor,
        String architecture,
        boolean taggedTlb,
        boolean nestedPaging,
        boolean numa,
        boolean tprShadow,
        Estimate smtFactor,
        Estimate idleExit,
        List<CacheSpec> caches,
        CostBook costs) {

    /** One cache level: size, how many cores of a socket share it, and the name of the cost of one missed line. */
    public record CacheSpec(String level, long bytes, int coresSharing, int lineBytes, String missCost) {
        static final Shape SHAPE = Shape.fields(
                "cache",
                "A cache level.",
                Shape.required("level", Shape.text(), "Its name: l1, l2, l3."),
                Shape.required("size", Shape.bytes(), "Its size."),
                Shape.optional("shared-by", Shape.count(1, 1024), 1L, "How many cores of a socket share it."),
                Shape.optional("line", Shape.bytes(), 64L, "The size of a line."),
                Shape.required("miss", Shape.text(), "The name of the cost of fetching one line that is not in it."));

        static CacheSpec of(Values values) {
            return new CacheSpec(
                    values.text("level"),
                    values.whole("size"),
                    values.count("shared-by"),
                    values.count("line"),
                    values.text("miss"));
        }
    }

    public static final Shape.Fields SHAPE = Shape.fields(
            "cpu",
            "A CPU generation.",
            Shape.required("cpu", Shape.text(), "Its name."),
            Shape.required("title", Shape.text(), "Its name in reports."),
            Shape.optional("year", Shape.count(1960, 2100), 2008L, "When it appeared."),
            Shape.optional("vendor", Shape.choice("intel", "amd", "other"), "other", "Whose virtualization extension it has."),
            Shape.optional(
                    "architecture", Shape.choice("x86", "itanium", "sparc"), "x86", "Whose instructions it executes."),
            Shape.optional("tagged-tlb", Shape.flag(), false, "Whether an exit keeps the guest's translations."),
            Shape.optional("nested-paging", Shape.flag(), false, "Whether it walks the guest's and the hypervisor's tables itself."),
            Shape.optional("numa", Shape.flag(), false, "Whether each socket is a memory node of its own."),
            Shape.optional("tpr-shadow", Shape.flag(), false, "Whether a guest's writes of the task priority need no exit."),
            Shape.optional(
                    "smt-factor",
                    Estimate.shape("smt-factor", Shape.of(Dimension.RATIO, 0.01, 1)),
                    0.6,
                    "How fast a thread runs beside a busy sibling."),
            Shape.required(
                    "idle-exit",
                    Estimate.shape("idle-exit", Shape.time(0, 1e12)),
                    "How long a core needs to leave its idle state."),
            Shape.optional("caches", Shape.listOf(CacheSpec.SHAPE), List.of(), "Cache levels from the core outwards."),
            Shape.required("costs", Shape.mapOf(Cost.SHAPE), "What its operations cost."));

    public static CpuSpec of(Values values) {
        String name = values.text("cpu");
        return new CpuSpec(
                name,
                values.text("title"),
                values.count("year"),
                values.text("vendor"),
                values.text("architecture"),
                values.flag("tagged-tlb"),
                values.flag("nested-paging"),
                values.flag("numa"),
                values.flag("tpr-shadow"),
                Estimate.of(name, "smt-factor", values, 1000),
                Estimate.of(name, "idle-exit", values, 1),
                values.list("caches", Values.class).stream().map(CacheSpec::of).toList(),
                CostBook.of(name, values.values("costs")));
    }

    /** The same with its properties at other values. */
    public CpuSpec mapEstimates(UnaryOperator<Estimate> change) {
        return new CpuSpec(
                name, title, year, vendor, architecture, taggedTlb, nestedPaging, numa, tprShadow, change.apply(smtFactor),
                change.apply(idleExit), caches, costs);
    }

    /** What threads and idle states are estimated to do. */
    public List<Estimate> estimates() {
        return List.of(smtFactor, idleExit);
    }

    public CpuSpec withCosts(CostBook other) {
        return new CpuSpec(
                name, title, year, vendor, architecture, taggedTlb, nestedPaging, numa, tprShadow, smtFactor, idleExit, caches, other);
    }
}
