package dev.trapline.scenarios;

import static dev.trapline.declare.Shape.choice;
import static dev.trapline.declare.Shape.count;
import static dev.trapline.declare.Shape.either;
import static dev.trapline.declare.Shape.fields;
import static dev.trapline.declare.Shape.listOf;
import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.reference;
import static dev.trapline.declare.Shape.required;
import static dev.trapline.declare.Shape.text;
import static dev.trapline.declare.Shape.time;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.catalogue.CatalogueRules;
import dev.trapline.scenarios.catalogue.CatalogueShapes;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.scenarios.expect.ExpectationShapes;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.MemoryTerms;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.vary.VaryShapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What may stand in a scenario. */
public final class ScenarioShapes {
    private static final Shape CPU = fields(
            "share",
            "How a guest competes for cores.",
            optional("weight", Shape.of(Dimension.NUMBER, 0.001, 1000), 1.0, "Relative to the other guests."),
            optional("reserve", Shape.ratio(), 0.0, "What each of its vCPUs is promised of a core."),
            optional(
                    "cap", either(Shape.of(Dimension.RATIO, 0.001, 1), choice("none")), "none",
                    "What each of its vCPUs may have at the most."));

    private static final Shape GUEST = fields(
            "guest",
            "A group of guests that are alike.",
            required("name", text(), "What results call the group."),
            optional("count", count(1, 10_000), 1L, "How many."),
            optional("on", either(text(), listOf(text())), null, "The host where they are, or several, on which they are placed in turn."),
            required("os", reference("operating-systems"), "Their operating system."),
            optional("vcpus", count(1, 1024), 1L, "vCPUs of each."),
            required("memory", Shape.of(Dimension.BYTES, 1, 9e15), "Memory of each."),
            required("workload", reference("workloads"), "What each does."),
            optional("cores", listOf(count(0, 4095)), List.of(), "Cores to which its vCPUs are pinned in turn; none: they are not."),
            optional("cpu", CPU, null, "How each competes for cores."),
            optional("memory-share", MemoryTerms.SHARE, null, "How each competes for the machine's memory."),
            optional("memory-contents", MemoryTerms.CONTENTS, null, "What is in the memory of each to begin with."),
            optional("nic", DeviceWishes.NIC, null, "The network interface of each."),
            optional("disk", DeviceWishes.DISK, null, "The disk of each."));

    private static final Shape.Fields PRECISION = fields(
            "precision",
            "How exactly figures are asked for: replications are added until they are known so well, or there are enough.",
            required("relative", Shape.of(Dimension.RATIO, 0.0001, 1), "Half of the interval over the mean."),
            optional(
                    "metrics",
                    listOf(choice(
                            "throughput", "elapsed", "latency.mean", "latency.p50", "latency.p90", "latency.p95", "latency.p99",
                            "latency.p99.9")),
                    List.of("throughput", "latency.mean"),
                    "Which figures, of every guest group that has them and a steady state."),
            optional("min", count(2, 10_000), 5L, "Replications in any case."),
            optional("max", count(2, 10_000), 50L, "Replications at the most."));

    private static final Shape.Fields RUN = fields(
            "run",
            "How long and how often each point is run.",
            optional("seed", count(0, Long.MAX_VALUE), 42L, "The same seed gives the same bytes."),
            optional("duration", time(1_000_000, 9e18), 20_000_000_000_000L, "Simulated time that is measured."),
            optional(
                    "warm-up", either(time(0, 9e18), choice("auto")), 5_000_000_000_000L,
                    "Simulated time before that; auto: a pilot run of the duration finds how long, by MSER-5."),
            optional("replications", count(1, 10_000), 5L, "Independent repetitions, without a precision."),
            optional("precision", PRECISION, null, "Adds replications until figures are known well."),
            optional("confidence", Shape.of(Dimension.RATIO, 0.5, 0.9999), 0.95, "Of the intervals."),
            optional("draws", count(0, 100_000), 0L, "Draws of the uncertain costs."));

    private static final Shape HOST = fields(
            "host",
            "A physical host of several.",
            required("name", text(), "What guests and results call it."),
            required("machine", reference("machines"), "What it is."),
            optional(
                    "platform",
                    either(choice("compared"), reference("platforms")),
                    "compared",
                    "What runs on it: the platform under comparison, or always the same."));

    private static final Shape NETWORK = fields(
            "network",
            "The network between hosts.",
            optional("delay", time(0, 1e12), 0L, "What a packet to another host takes besides the wires and the delay of its sender's interface."));

    private static final Shape CONSTRAINT = fields(
            "constraint",
            "A figure that must keep a bound.",
            required("metric", text(), "GROUP.METRIC, such as web.latency.p95, or core., disk. or nic.utilization of the machine."),
            optional("at-most", ObjectiveReader.AMOUNT, null, "The most it may be."),
            optional("at-least", ObjectiveReader.AMOUNT, null, "The least it must be."));

    private static final Shape OBJECTIVE = fields(
            "objective",
            "Looks for the largest whole value of a key path at which all constraints hold, supposing that they hold at smaller ones.",
            required("largest", text(), "The key path, such as guests.web.count or tiles."),
            required("while", listOf(CONSTRAINT), "What must hold."),
            required("between", listOf(count(0, 1_000_000)), "The least and the most that it may be."),
            optional(
                    "max-replications", count(2, 10_000), 40L,
                    "How many replications a value gets at the most that fewer do not decide."));

    /** A scenario, its includes merged. */
    public static final Shape.Fields SCENARIO = fields(
            "scenario",
            "A machine, platforms, guests, and what to vary and to expect.",
            required("scenario", text(), "Its name."),
            optional("question", text(), "", "What it answers."),
            optional("explanation", text(), null, "Of a phenomenon: what happens, why, and which mechanism does it, in a paragraph."),
            optional("in-test-suite", Shape.flag(), null, "Of a phenomenon: whether its quick run is short enough for the test suite."),
            optional("machine", reference("machines"), null, "The physical host; or `hosts`."),
            optional("hosts", new Shape.ListOf(HOST, "name"), null, "Several physical hosts, in place of `machine`."),
            optional("network", NETWORK, null, "What is between the hosts."),
            required("platforms", new Shape.ListOf(reference("platforms"), "as"), "What is compared."),
            required("guests", new Shape.ListOf(GUEST, "name"), "What runs on each platform."),
            optional("tiles", count(1, 10_000), 1L, "How many times all of the guests are there: each group has its count so many times."),
            optional("vary", VaryShapes.VARY, Values.empty(), "Values by key path; all combinations are run."),
            optional("objective", OBJECTIVE, null, "What should be as large as possible, and what must hold; only some points are run."),
            optional("run", RUN, CatalogueShapes.defaults(RUN), "How long and how often."),
            optional("limits", choice("check", "ignore"), "check", "Whether documented limits stop a combination or only warn."),
            optional("expect", listOf(ExpectationShapes.EXPECTATION), List.of(), "What should come out."));

    /** The files that are merged in before a scenario is checked. */
    public static final Shape.Key INCLUDE = optional(
            "include", listOf(text()), List.of(), "Files below the scenario's folder whose keys are added.");

    private ScenarioShapes() {}

    static Rules rules(Optional<Set<String>> sources, PublishedTables published) {
        Rules catalogue = CatalogueRules.of(sources, published);
        Map<String, BiConsumer<String, Values>> trials = new HashMap<>(catalogue.trials());
        trials.put("expectation", (name, values) -> ExpectationShapes.check(values));
        trials.put("constraint", (name, values) -> ObjectiveReader.check(values));
        trials.put("precision", (name, values) -> PointFactory.precision(values));
        trials.put("range", (name, values) -> VaryShapes.checkRange(values));
        return new Rules(
                trials,
                Map.of("scenario.precision", "it stands below `run`"),
                Map.of(),
                sources);
    }
}
