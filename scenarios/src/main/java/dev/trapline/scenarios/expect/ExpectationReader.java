package dev.trapline.scenarios.expect;

import dev.trapline.declare.Measured;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.published.Use;
import dev.trapline.scenarios.text.Amount;
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

/** Makes an expectation that states itself what should come out. */
final class ExpectationReader {
    private ExpectationReader() {}

    static Expectation of(Values values, Mapping written) {
        return new Expectation(
                written.place(),
                text(written),
                values.has("use") ? Use.of(values.text("use")) : Use.PREDICT,
                values.text("source", ""),
                values.text("note", ""),
                values.has("known-miss") ? values.text("known-miss") : "",
                wanted(written),
                amount(values, "value"),
                Optional.empty(),
                new Subject(
                        values.text("metric", ""),
                        texts(written, "at"),
                        texts(written, "relative-to"),
                        parts(values),
                        values.text("share-of", "")),
                expected(values));
    }

    private static List<LedgerPart> parts(Values values) {
        if (!values.has("part")) {
            return List.of();
        }
        List<Values> parts = values.get("part") instanceof Values one ? List.of(one) : values.list("part", Values.class);
        return parts.stream().map(LedgerPart::of).toList();
    }

    /** As written, without what is said about it. */
    static String text(Mapping written) {
        return YamlWriter.flow(written.without("use", "source", "note", "known-miss"));
    }

    /** A mapping of scalars as they are written; empty if there is none. */
    static Map<String, String> texts(Mapping written, String key) {
        return written.find(key).orElse(null) instanceof Mapping mapping ? texts(mapping) : Map.of();
    }

    static Map<String, String> texts(Mapping mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> texts.put(key, ((Scalar) entry.value()).text()));
        return texts;
    }

    /** {@code 64.2 Mb/s within 15 %}, {@code at least 85.7 Mb/s}, {@code a < b}: as written. */
    static String wanted(Mapping written) {
        List<String> parts = new ArrayList<>();
        written.text("value").ifPresent(value -> parts.add(value + " within " + written.text("within").orElse("")));
        written.text("at-least").ifPresent(bound -> parts.add("at least " + bound));
        written.text("at-most").ifPresent(bound -> parts.add("at most " + bound));
        written.text("shape").ifPresent(parts::add);
        written.text("is").ifPresent(parts::add);
        written.text("unsupported").ifPresent(rule -> parts.add(RefusedExpected.words(rule)));
        if (written.find("order").orElse(null) instanceof Sequence order) {
            order.items().forEach(item -> parts.add(((Scalar) item).text()));
        }
        return String.join(", ", parts);
    }

    static Expected expected(Values values) {
        if (values.has("value")) {
            return new FigureExpected(amount(values, "value").orElseThrow(), Tolerance.of(values.text("within")));
        } else if (values.has("order")) {
            return new OrderExpected(values.list("order", String.class).stream().map(OrderExpected::chain).toList());
        } else if (values.has("unsupported")) {
            return new RefusedExpected(values.text("unsupported"));
        } else if (values.has("is")) {
            return new WordsExpected(values.text("is"));
        } else if (values.has("shape")) {
            return new ShapeExpected(ShapeExpected.Form.of(values.text("shape")));
        }
        return new BoundExpected(amount(values, "at-least"), amount(values, "at-most"));
    }

    static Optional<Amount> amount(Values values, String name) {
        return values.has(name) ? Optional.of(amount(values.measured(name))) : Optional.empty();
    }

    private static Amount amount(Measured measured) {
        return new Amount(measured.dimension(), new BigDecimal(measured.value()));
    }
}
