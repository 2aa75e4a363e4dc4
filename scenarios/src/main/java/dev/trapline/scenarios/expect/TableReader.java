package dev.trapline.scenarios.expect;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.published.PublishedCell;
import dev.trapline.scenarios.published.PublishedTable;
import dev.trapline.scenarios.published.Use;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an expectation of each cell of a published table that one item of {@code expect} names. */
final class TableReader {
    private final Values values;
    private final Mapping written;
    private final PublishedTable table;
    private final Set<String> natives;
    private final Problems problems;
    private final CellPlace everywhere;
    private final CellWords knownMisses;
    private final CellWords skipped;

    TableReader(Values values, Mapping written, PublishedTable table, Set<String> natives, Problems problems) {
        this.values = values;
        this.written = written;
        this.table = table;
        this.natives = natives;
        this.problems = problems;
        this.everywhere = new CellPlace(
                ExpectationReader.texts(written, "at"),
                values.text("metric", ""),
                values.text("unit", ""),
                values.text("within", ""));
        this.knownMisses = CellWords.of(written, "known-miss", table, problems);
        this.skipped = CellWords.of(written, "skip", table, problems);
    }

    List<Expectation> expectations() {
        Map<String, CellPlace> rows = rows();
        Map<String, CellPlace> columns = places("column", table.figureColumns());
        List<Expectation> all = new ArrayList<>();
        rows.forEach((row, inRow) -> columns.forEach((column, inColumn) -> {
            Optional<PublishedCell> cell = table.cell(row, column);
            boolean due = cell.isPresent() && (hasOwnBound() || cell.get().number().isPresent());
            if (due && skipped.of(cell.get()).isEmpty()) {
                expectation(cell.get(), everywhere.and(inRow).and(inColumn), columns).ifPresent(all::add);
            }
        }));
        if (all.isEmpty() && problems.isEmpty()) {
            problems.add(written.place(), "expect", "names no figure of the table " + Wording.quoted(table.id()));
        }
        return all;
    }

    private Map<String, CellPlace> rows() {
        if (!(written.find("each-row").orElse(null) instanceof Mapping pattern)) {
            return places("row", table.rowNames());
        }
        Map<String, CellPlace> rows = new LinkedHashMap<>();
        Map<String, String> texts = ExpectationReader.texts(pattern);
        table.rowNames().forEach(row -> rows.put(row, CellPlace.of(texts, row)));
        return rows;
    }

    /** Those of the key {@code row} or {@code rows}, by name. */
    private Map<String, CellPlace> places(String key, List<String> known) {
        Map<String, CellPlace> places = new LinkedHashMap<>();
        if (values.has(key)) {
            requireKnown(key, values.text(key), known, written.entries().get(key));
            places.put(values.text(key), CellPlace.ANYWHERE);
        } else if (written.find(key + "s").orElse(null) instanceof Mapping named) {
            named.entries().forEach((name, entry) -> {
                requireKnown(key, name, known, entry);
                places.put(name, CellPlace.of(ExpectationReader.texts((Mapping) entry.value()), name));
            });
        }
        return places;
    }

    private void requireKnown(String what, String name, List<String> known, LocatedNode.Entry at) {
        if (!known.contains(name)) {
            String near = Wording.didYouMean(name, known);
            problems.add(at.place(), "expect", "no " + what + " of the table " + Wording.quoted(table.id()) + " is "
                    + Wording.quoted(name) + (near.isEmpty() ? "; there is " + String.join(", ", known) : near));
        }
    }

    private boolean hasOwnBound() {
        return values.has("at-least") || values.has("at-most") || values.has("value") || values.has("unsupported");
    }

    private Optional<Expectation> expectation(PublishedCell cell, CellPlace place, Map<String, CellPlace> columns) {
        Use use = use(cell, place);
        if (values.has("use") && Use.of(values.text("use")) != use) {
            problems.add(written.entries().get("use").value().place(), "expect", "a claim of kind "
                    + Wording.quoted(values.text("use")) + " for " + cell.name() + ", which is "
                    + Wording.quoted(use.word()) + " in data/published.yaml");
        }
        if (place.metric().isEmpty() && !values.has("unsupported")) {
            problems.add(written.place(), "expect", "needs a 'metric' for " + cell.name());
            return Optional.empty();
        }
        try {
            return hasOwnBound() ? Optional.of(bound(cell, place, use)) : figure(cell, place, use, columns);
        } catch (IllegalArgumentException refused) {
            problems.add(written.place(), "expect", refused.getMessage());
            return Optional.empty();
        }
    }

    /** What was measured natively sets the experiment up, under whatever name. */
    private Use use(PublishedCell cell, CellPlace place) {
        boolean isNative = natives.contains(place.at().getOrDefault("platform", ""));
        return isNative && cell.use().isScored() ? Use.INPUT : cell.use();
    }

    private Expectation bound(PublishedCell cell, CellPlace place, Use use) {
        Subject subject = Subject.of(place.metric(), place.at(), ExpectationReader.texts(written, "relative-to"));
        Optional<Amount> value = ExpectationReader.amount(values, "value");
        return made(cell, use, ExpectationReader.wanted(written), value, subject, ExpectationReader.expected(values));
    }

    private Optional<Expectation> figure(
            PublishedCell cell, CellPlace place, Use use, Map<String, CellPlace> columns) {
        BigDecimal number = cell.number().orElseThrow();
        Tolerance within = place.within().isEmpty() ? Tolerance.of(use) : Tolerance.of(place.within());
        Optional<String> reference = written.text("relative-to").filter(column -> !column.equals(cell.column()));
        if (reference.isPresent()) {
            return ratio(cell, place, use, reference.get(), columns, within);
        }
        PublishedUnit unit = PublishedUnit.of(place.unit());
        Amount amount = unit.of(number);
        Subject subject = Subject.of(place.metric(), place.at(), ExpectationReader.texts(written, "relative-to"));
        return Optional.of(made(
                cell, use, unit.shown(cell.text()), Optional.of(amount), subject, new FigureExpected(amount, within)));
    }

    /** The figure over that of another column of the same row. */
    private Optional<Expectation> ratio(
            PublishedCell cell, CellPlace place, Use use, String column, Map<String, CellPlace> columns, Tolerance within) {
        Optional<PublishedCell> other = table.cell(cell.row(), column);
        Optional<BigDecimal> below = other.flatMap(PublishedCell::number).filter(number -> number.signum() != 0);
        if (below.isEmpty() || !columns.containsKey(column)) {
            problems.add(written.entries().get("relative-to").value().place(), "expect",
                    "'relative-to' names no column that stands under 'columns' and has a figure for " + cell.name());
            return Optional.empty();
        }
        Amount amount = new Amount(
                Dimension.NUMBER, cell.number().orElseThrow().divide(below.get(), MathContext.DECIMAL64));
        Subject subject = Subject.of(place.metric(), place.at(), columns.get(column).at());
        String wanted = cell.text() + " / " + other.orElseThrow().text();
        return Optional.of(made(cell, use, wanted, Optional.of(amount), subject, new FigureExpected(amount, within)));
    }

    private Expectation made(
            PublishedCell cell, Use use, String wanted, Optional<Amount> value, Subject subject, Expected expected) {
        String text = "{ table: " + cell.table() + ", row: " + cell.row() + ", column: " + cell.column() + ", metric: "
                + subject.metric() + " }: " + wanted;
        return new Expectation(
                written.place(), text, use, table.source(), values.text("note", ""),
                knownMisses.of(cell).orElse(""), wanted, value, Optional.of(cell), subject, expected);
    }
}
