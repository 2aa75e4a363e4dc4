package dev.trapline.scenarios.expect;

import dev.trapline.declare.Measured;
import dev.trapline.declare.Values;
import dev.trapline.result.Results;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.scenarios.yaml.YamlWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The expectations of a scenario; {@link #evaluate} says how results compare with each. */
public final class Expectations {
    /** The first words of metrics that belong to the machine, not to a group of guests. */
    private static final List<String> MACHINE =
            List.of("cpu", "core", "disk", "nic", "exits", "limited-by");

    private record Item(
            Place place,
            String text,
            String use,
            String source,
            String note,
            String knownMiss,
            String wanted,
            Optional<Amount> value,
            Subject subject,
            Expected expected) {}

    /**
     * What an expectation may name.
     *
     * @param executors the executors of all platforms, which have figures too
     * @param axes the varied paths with their values as written
     */
    public record Names(
            List<String> groups,
            Set<String> executors,
            List<String> platforms,
            List<String> variants,
            Map<String, List<String>> axes) {
        List<String> of(String key) {
            return key.equals("platform") ? platforms : key.equals("variant") ? variants : axes.get(key);
        }
    }

    private final List<Item> items;

    private Expectations(List<Item> items) {
        this.items = List.copyOf(items);
    }

    public static Expectations none() {
        return new Expectations(List.of());
    }

    /** These and one more, from its checked values and the node that they were read from. */
    public Expectations with(Values values, LocatedNode written) {
        List<Item> more = new ArrayList<>(items);
        more.add(item(values, (Mapping) written));
        return new Expectations(more);
    }

    private static Item item(Values values, Mapping written) {
        Map<String, String> at = new LinkedHashMap<>();
        if (written.find("at").orElse(null) instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> at.put(key, ((Scalar) entry.value()).text()));
        }
        return new Item(
                written.place(),
                YamlWriter.flow(written.without("use", "source", "note", "known-miss")),
                values.text("use"),
                values.text("source", ""),
                values.text("note", ""),
                values.text("known-miss", ""),
                wanted(written),
                amount(values, "value"),
                new Subject(values.text("metric"), at),
                expected(values));
    }

    /** {@code 64.2 Mb/s within 15 %}, {@code at least 85.7 Mb/s}, {@code a < b}: as written. */
    private static String wanted(Mapping written) {
        List<String> parts = new ArrayList<>();
        written.text("value").ifPresent(value -> parts.add(value + " within " + written.text("within").orElse("")));
        written.text("at-least").ifPresent(bound -> parts.add("at least " + bound));
        written.text("at-most").ifPresent(bound -> parts.add("at most " + bound));
        written.text("shape").ifPresent(parts::add);
        if (written.find("order").orElse(null) instanceof Sequence order) {
            order.items().forEach(item -> parts.add(((Scalar) item).text()));
        }
        return String.join(", ", parts);
    }

    private static Expected expected(Values values) {
        if (values.has("value")) {
            return new FigureExpected(amount(values, "value").orElseThrow(), Tolerance.of(values.text("within")));
        } else if (values.has("order")) {
            return new OrderExpected(values.list("order", String.class).stream().map(OrderExpected::chain).toList());
        } else if (values.has("shape")) {
            return new ShapeExpected(ShapeExpected.Form.of(values.text("shape")));
        }
        return new BoundExpected(amount(values, "at-least"), amount(values, "at-most"));
    }

    private static Optional<Amount> amount(Values values, String name) {
        return values.has(name) ? Optional.of(amount(values.measured(name))) : Optional.empty();
    }

    private static Amount amount(Measured measured) {
        return new Amount(measured.dimension(), new BigDecimal(measured.value()));
    }

    public int size() {
        return items.size();
    }

    /** What the last expectation names that this run has not: a group, a platform, a path or one of its values. */
    public Optional<String> missing(Names names) {
        Item item = items.get(items.size() - 1);
        return owner(item.subject().metric(), names)
                .or(() -> at(item.subject().at(), names))
                .or(() -> platforms(item.expected(), names.platforms()))
                .or(() -> path(item.expected(), names.axes()));
    }

    private static Optional<String> owner(String metric, Names names) {
        boolean known = names.groups().stream().anyMatch(group -> metric.startsWith(group + "."))
                || names.executors().stream().anyMatch(executor -> metric.startsWith(executor + "."))
                || MACHINE.stream().anyMatch(head -> metric.equals(head) || metric.startsWith(head + "."));
        String head = metric.contains(".") ? metric.substring(0, metric.indexOf('.')) : metric;
        return known ? Optional.empty() : unknown("guest group", head, names.groups());
    }

    private static Optional<String> at(Map<String, String> at, Names names) {
        for (Map.Entry<String, String> wanted : at.entrySet()) {
            String key = wanted.getKey();
            List<String> known = names.of(key);
            if (known == null) {
                return unknown("varied path", key, List.copyOf(names.axes().keySet()));
            }
            if (!known.contains(wanted.getValue())) {
                return unknown(names.axes().containsKey(key) ? "value of " + key : key, wanted.getValue(), known);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> platforms(Expected expected, List<String> platforms) {
        List<String> labels = expected instanceof OrderExpected order ? order.labels() : List.of();
        return labels.stream()
                .filter(label -> !platforms.contains(label))
                .findFirst()
                .flatMap(label -> unknown("platform", label, platforms));
    }

    private static Optional<String> path(Expected expected, Map<String, List<String>> axes) {
        boolean gone = expected instanceof ShapeExpected shape && !axes.containsKey(shape.form().path());
        return gone ? unknown("varied path", ((ShapeExpected) expected).form().path(), List.copyOf(axes.keySet())) : Optional.empty();
    }

    private static Optional<String> unknown(String what, String got, List<String> known) {
        String near = Wording.didYouMean(got, known);
        return Optional.of("no " + what + " of this scenario is " + Wording.quoted(got)
                + (near.isEmpty() && !known.isEmpty() ? "; there is " + String.join(", ", known) : near));
    }

    /** How results compare, in the order of the scenario. */
    public List<Results.Expectation> evaluate(Results results) {
        return items.stream().map(item -> outcome(item, results)).toList();
    }

    /** The same in parts. */
    public List<Judgement> judge(Results results) {
        return items.stream()
                .map(item -> new Judgement(
                        item.use(),
                        item.source(),
                        item.note(),
                        item.knownMiss(),
                        item.subject().metric(),
                        item.subject().at(),
                        item.wanted(),
                        item.value(),
                        item.expected().figures(item.subject(), results),
                        outcome(item, results)))
                .toList();
    }

    private static Results.Expectation outcome(Item item, Results results) {
        Expected.Finding finding = item.expected().compare(item.subject(), results);
        return new Results.Expectation(item.text(), item.place().toString(), finding.met(), finding.found());
    }
}
