package dev.trapline.reports.chart;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Figures;
import java.util.List;
import java.util.Objects;

/**
 * A chart as data, whoever draws it.
 *
 * @param id safe as a file name and as an HTML id, unique in a report
 * @param title what is shown
 * @param setting under which conditions, in words; may be empty
 * @param form how it is drawn
 * @param positions where along the first axis the values of all series lie
 * @param bands areas between two series
 * @param marks places of a series that mean something
 * @param choice names it among charts of which a reader sees one at a time; empty if it is always seen
 */
public record ChartDescription(
        String id,
        String title,
        String setting,
        Form form,
        Axis x,
        Axis y,
        List<Double> positions,
        List<Series> series,
        List<Band> bands,
        List<Mark> marks,
        String choice) {

    private static final int MOST_LETTERS = 160;

    /** Texts that scenarios give are shortened to what a chart has room for. */
    public ChartDescription {
        title = Figures.shortened(title, MOST_LETTERS);
        setting = Figures.shortened(setting, MOST_LETTERS);
    }

    /** A chart with nothing but its series, always seen. */
    ChartDescription(
            String id,
            String title,
            String setting,
            Form form,
            Axis x,
            Axis y,
            List<Double> positions,
            List<Series> series) {
        this(id, title, setting, form, x, y, positions, series, List.of(), List.of(), "");
    }

    ChartDescription withBands(List<Band> between) {
        return new ChartDescription(id, title, setting, form, x, y, positions, series, between, marks, choice);
    }

    ChartDescription withMarks(List<Mark> marked) {
        return new ChartDescription(id, title, setting, form, x, y, positions, series, bands, marked, choice);
    }

    ChartDescription asChoice(String name) {
        return new ChartDescription(id, title, setting, form, x, y, positions, series, bands, marks, name);
    }

    /** The ways of drawing. */
    public enum Form {
        /** Values joined along a numeric axis, with their points and intervals. */
        LINES,
        /** Many values joined along a numeric axis, over places without one too. */
        CURVES,
        /** Points that nothing joins, over series with intervals, which are bands around a line; marks name the points. */
        SCATTER,
        /** One bar for each position, lying. */
        BARS,
        /** The series of each position end to end, lying. */
        STACKED
    }

    /** How numbers lie along an axis. */
    public enum Spacing {
        PROPORTIONAL,
        /** Positions are the numbers; whoever draws takes their logarithm. */
        LOGARITHMIC,
        /** Positions are logarithms to base 2. */
        DOUBLING,
        /** Positions are the nines of a share: 1 for 90 %, 2 for 99 %. */
        NINES,
        /** Positions are indexes of names. */
        NAMES
    }

    /**
     * A scale.
     *
     * @param low where it begins; positive if logarithmic
     * @param high where it ends, above {@code low}
     */
    public record Axis(String label, String unit, Spacing spacing, double low, double high, List<Tick> ticks) {
        private static final double SAME_PLACE = 1e-9;
        private static final int MOST_LETTERS = 60;

        public Axis {
            label = Figures.shortened(label, MOST_LETTERS);
            unit = Figures.shortened(unit, MOST_LETTERS);
        }

        /** What to write at a position that whoever draws has chosen; empty for odd ones. */
        String labelAt(double position) {
            return ticks.stream()
                    .filter(tick -> isSame(tick.at(), position))
                    .map(Tick::label)
                    .findFirst()
                    .orElseGet(() -> labelBetweenTicks(position));
        }

        private String labelBetweenTicks(double position) {
            return switch (spacing) {
                case PROPORTIONAL, LOGARITHMIC -> Figures.value(position);
                case DOUBLING ->
                    isSame(position, Math.rint(position)) ? Figures.value(Math.pow(2, Math.rint(position))) : "";
                case NINES, NAMES -> "";
            };
        }

        private static boolean isSame(double one, double other) {
            return Math.abs(one - other) < SAME_PLACE;
        }

        /** The label with its unit. */
        public String words() {
            return unit.isEmpty() ? label : label + " (" + unit + ")";
        }
    }

    /** A mark on an axis. */
    public record Tick(double at, String label) {
        private static final int MOST_LETTERS = 110;

        public Tick {
            label = Figures.shortened(label, MOST_LETTERS);
        }
    }

    /**
     * One row of values, one for each position, null where there is none.
     *
     * @param pattern how the ink is applied
     * @param low lower ends of the intervals, null where there is none; the same for {@code high}
     */
    public record Series(
            String name, Ink ink, Pattern pattern, List<Double> values, List<Double> low, List<Double> high) {
        private static final int MOST_LETTERS = 150;

        /** Whether it has no intervals. */
        boolean isBare() {
            return low.stream().allMatch(Objects::isNull);
        }

        public Series {
            name = Figures.shortened(name, MOST_LETTERS);
        }
    }

    /**
     * How an ink is applied, so that nothing is told apart by colour alone.
     *
     * @param hatched areas that mean waiting
     * @param dashes lengths of dashes and gaps of a line in turn, in pixels; empty if it is solid
     * @param hollow whether the points of a line are rings
     */
    public record Pattern(boolean hatched, List<Integer> dashes, boolean hollow) {
        static final Pattern PLAIN = new Pattern(false, List.of(), false);
        static final Pattern HATCHED = new Pattern(true, List.of(), false);
        private static final List<List<Integer>> OF_PLATFORMS = List.of(
                List.of(),
                List.of(9, 4),
                List.of(9, 3, 2, 3),
                List.of(4, 3),
                List.of(16, 4),
                List.of(4, 7),
                List.of(9, 3, 2, 3, 2, 3),
                List.of(16, 3, 4, 3));

        private static final List<Integer> OF_SECOND_VARIANTS = List.of(2, 2);

        /** A platform's line; every other variant of it is dotted and has rings for points. */
        static Pattern of(Contender contender) {
            int own = OF_PLATFORMS.size() - 1;
            int index = contender.colour() == 0 ? 0 : 1 + (contender.colour() - 1) % own;
            boolean isSecond = contender.shade() % 2 == 1;
            return new Pattern(false, isSecond ? OF_SECOND_VARIANTS : OF_PLATFORMS.get(index), isSecond);
        }
    }

    /** The area between two series, by their index. */
    public record Band(int first, int second) {}

    /** The value of one series at one position, by their indexes, and what is to be said of it. */
    public record Mark(int series, int position, String words, Sign sign) {
        /** Said of it, and not to be seen. */
        Mark(int series, int position, String words) {
            this(series, position, words, Sign.NONE);
        }
    }

    /** Whether there is nothing to see: no values, or none but zeros. */
    public boolean isEmpty() {
        return series.stream().allMatch(it -> it.values().stream().allMatch(value -> value == null || value == 0));
    }

    boolean isAlongNumbers() {
        return form == Form.LINES || form == Form.CURVES || form == Form.SCATTER;
    }

    /** The title with what its values are. */
    public String caption() {
        return title.regionMatches(true, 0, y.label(), 0, y.label().length())
                ? new Axis(title, y.unit(), y.spacing(), y.low(), y.high(), y.ticks()).words()
                : title + ": " + y.words();
    }

    /** One sentence for those who do not see it. */
    public String summary() {
        String what = title + (setting.isEmpty() ? "" : ", " + setting) + ": " + y.words();
        String along = isAlongNumbers() ? " over " + x.words() : "";
        return what + along + " of " + series.size() + (series.size() == 1 ? " row" : " rows") + ", "
                + String.join("; ", series.stream().map(Series::name).toList()) + ".";
    }
}
