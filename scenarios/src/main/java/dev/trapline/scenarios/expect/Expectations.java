package dev.trapline.scenarios.expect;

import dev.trapline.declare.Values;
import dev.trapline.result.Results;
import dev.trapline.scenarios.published.PublishedCell;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expectations of a scenario; {@link #evaluate} says how results compare with each. */
public final class Expectations {
    private final List<Expectation> items;

    private Expectations(List<Expectation> items) {
        this.items = List.copyOf(items);
    }

    public static Expectations none() {
        return new Expectations(List.of());
    }

    /** Makes expectations of checked values, and says what is wrong with them. */
    public static final class Reader {
        private final PublishedTables tables;
        private final Names names;
        private final Problems problems;
        private final List<Expectation> items = new ArrayList<>();
        private final List<Problem> unjudged = new ArrayList<>();

        public Reader(PublishedTables tables, Names names, Problems problems) {
            this.tables = tables;
            this.names = names;
            this.problems = problems;
        }

        /**
         * Adds those that one item of {@code expect} states, one or one for each cell of a table.
         *
         * @param narrowed whether the run was asked for less than the file says, so that a name may be missing
         */
        public void add(Values values, LocatedNode written, boolean narrowed) {
            Mapping mapping = (Mapping) written;
            for (Expectation more : read(values, mapping)) {
                Optional<String> missing = names.missing(more);
                if (missing.isEmpty() && isNew(more, mapping.place())) {
                    items.add(more);
                } else if (missing.isPresent() && narrowed) {
                    unjudged.add(new Problem(written.place(), "expect", "not judged in this run: " + missing.get()));
                } else if (missing.isPresent()) {
                    problems.add(written.place(), "expect", missing.get());
                }
            }
        }

        private List<Expectation> read(Values values, Mapping written) {
            if (!values.has("table")) {
                return List.of(ExpectationReader.of(values, written));
            }
            String id = values.text("table");
            if (tables.find(id).isEmpty()) {
                problems.add(written.entries().get("table").value().place(), "expect", tables.unknown(id));
                return List.of();
            }
            return new TableReader(values, written, tables.find(id).get(), names.natives(), problems).expectations();
        }

        /** A cell that is expected twice as a figure would be scored twice. */
        private boolean isNew(Expectation more, Place place) {
            Optional<Expectation> other = items.stream()
                    .filter(item -> item.value().isPresent() && more.value().isPresent())
                    .filter(item -> item.cell().isPresent() && more.cell().isPresent())
                    .filter(item -> item.cell().get().isAt(more.cell().get()))
                    .findFirst();
            other.ifPresent(item -> problems.add(
                    place, "expect", "cell " + more.cell().map(PublishedCell::name).orElse("") + " is expected already, at "
                            + item.place()));
            return other.isEmpty();
        }

        public Expectations expectations() {
            return new Expectations(items);
        }

        /** What a run that was narrowed does not judge, and why. */
        public List<Problem> unjudged() {
            return unjudged;
        }
    }

    public int size() {
        return items.size();
    }

    /** What is expected, as written. */
    public List<String> texts() {
        return items.stream().map(Expectation::text).toList();
    }

    /** How results compare, in the order of the scenario. */
    public List<Results.Expectation> evaluate(Results results) {
        return items.stream().map(item -> item.outcome(results)).toList();
    }

    /** The same in parts. */
    public List<Judgement> judge(Results results) {
        return items.stream().map(item -> item.judgement(results)).toList();
    }
}
