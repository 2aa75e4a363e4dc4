package dev.trapline.scenarios;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Measured;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.catalogue.Entry;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.vary.Grid;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.ObjectiveSpec;
import dev.trapline.spec.ObjectiveSpec.Constraint;
import dev.trapline.spec.WorkloadSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the checked {@code objective:} of a scenario. */
final class ObjectiveReader {
    static final Shape AMOUNT = new Shape.Quantity(
            List.of(Dimension.TIME, Dimension.BANDWIDTH, Dimension.RATE, Dimension.RATIO), 0, 9e18);

    private static final List<String> OF_REQUESTS = List.of(
            "latency.mean", "latency.p50", "latency.p90", "latency.p95", "latency.p99", "latency.p99.9", "throughput", "elapsed");
    private static final List<String> OF_GUESTS =
            List.of("ready.mean", "ready.p50", "ready.p99", "ready.share", "in-guest.utilization");
    private static final List<String> OF_MACHINE = List.of("core.utilization", "disk.utilization", "nic.utilization");

    private final Values scenario;
    private final Mapping written;
    private final Problems problems;

    private ObjectiveReader(Values scenario, Mapping written, Problems problems) {
        this.scenario = scenario;
        this.written = written;
        this.problems = problems;
    }

    /** Throws IllegalArgumentException with a sentence where keys do not fit each other. */
    static void check(Values constraint) {
        if (constraint.has("at-most") == constraint.has("at-least")) {
            throw new IllegalArgumentException("needs either 'at-most' or 'at-least'");
        }
    }

    /** The objective; empty if there is none or a problem was added. */
    static Optional<ObjectiveSpec> read(Mapping scenario, Values values, Problems problems) {
        return scenario.find("objective").orElse(null) instanceof Mapping objective
                ? new ObjectiveReader(values, objective, problems).read(values.values("objective"))
                : Optional.empty();
    }

    /** All values of the path that is searched. */
    static List<LocatedNode> axis(Mapping scenario, ObjectiveSpec objective) {
        Place place = ((Mapping) scenario.find("objective").orElseThrow()).find("largest").orElseThrow().place();
        List<LocatedNode> values = new ArrayList<>();
        for (long value = objective.least(); value <= objective.most(); value++) {
            values.add(new Scalar(place, ScalarKind.INTEGER, Long.toString(value)));
        }
        return values;
    }

    private Optional<ObjectiveSpec> read(Values objective) {
        int before = problems.count();
        List<Long> between = objective.list("between", Long.class);
        if (between.size() != 2 || between.get(0) > between.get(1)) {
            problem("between", "needs the least and the most, in this order, such as [1, 64]");
        } else if (between.get(1) - between.get(0) >= Grid.MOST_POINTS) {
            problem("between", "must hold at most 10,000 values, got " + (between.get(1) - between.get(0) + 1));
        }
        if (objective.list("while", Values.class).isEmpty()) {
            problem("while", "needs at least one constraint");
        }
        if (scenario.values("run").has("precision")) {
            problem("while", "replications are added where constraints ask for them, so there is no 'precision' beside them");
        }
        List<Constraint> constraints = new ArrayList<>();
        List<Values> all = objective.list("while", Values.class);
        for (int i = 0; i < all.size(); i++) {
            constraint(all.get(i), item(i)).ifPresent(constraints::add);
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new ObjectiveSpec(
                        objective.text("largest"),
                        between.get(0),
                        between.get(1),
                        constraints,
                        objective.count("max-replications")));
    }

    private void problem(String key, String rule) {
        problems.add(written.find(key).orElse(written).place(), "objective." + key, rule);
    }

    private Mapping item(int index) {
        return (Mapping) ((Sequence) written.find("while").orElseThrow()).items().get(index);
    }

    private Optional<Constraint> constraint(Values constraint, Mapping item) {
        String name = constraint.text("metric");
        boolean isMost = constraint.has("at-most");
        String key = isMost ? "at-most" : "at-least";
        String guest = groups().stream().filter(group -> name.startsWith(group + ".")).findFirst().orElse("");
        String metric = guest.isEmpty() ? name : name.substring(guest.length() + 1);
        List<String> known = known(guest);
        if (!known.contains(metric)) {
            String of = guest.isEmpty() ? ", or GROUP.METRIC of " + Wording.anyOf(groups()) : " of " + guest;
            problems.add(item.find("metric").orElseThrow().place(), "objective.while",
                    "must be " + Wording.anyOf(known) + of + ", got " + Wording.quoted(name));
            return Optional.empty();
        }
        Measured measured = constraint.measured(key);
        String unit = unit(metric, measured.dimension());
        Optional<Double> bound = Quantities.in(unit, new Amount(measured.dimension(), new BigDecimal(measured.value())));
        if (bound.isEmpty()) {
            problems.add(item.find(key).orElseThrow().place(), "objective.while",
                    metric + " is measured in " + unit + ", got " + item.find(key).orElseThrow().inWords());
            return Optional.empty();
        }
        String text = name + (isMost ? " at most " : " at least ") + Quantities.show(measured.dimension(), measured.value());
        return Optional.of(new Constraint(guest, metric, unit, bound.get(), isMost, text));
    }

    private List<String> groups() {
        return scenario.list("guests", Values.class).stream().map(guest -> guest.text("name")).toList();
    }

    /** An idle guest has no requests. */
    private List<String> known(String guest) {
        if (guest.isEmpty()) {
            return OF_MACHINE;
        }
        boolean idle = scenario.list("guests", Values.class).stream()
                .filter(group -> group.text("name").equals(guest))
                .anyMatch(group -> ((Entry) group.get("workload")).spec(WorkloadSpec.class).kind().equals("idle"));
        List<String> known = new ArrayList<>(idle ? List.of() : OF_REQUESTS);
        known.addAll(OF_GUESTS);
        return known;
    }

    /** The unit in which results hold it. */
    private static String unit(String metric, Dimension asked) {
        if (metric.equals("throughput")) {
            return asked == Dimension.BANDWIDTH ? "Mb/s" : "/s";
        }
        boolean isTime = metric.startsWith("latency.") || metric.matches("ready\\.(mean|p.*)");
        return metric.equals("elapsed") ? "s" : isTime ? "ms" : "%";
    }
}
