package dev.trapline.reports.chart;

import dev.trapline.reports.digest.Contender;
import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/**
 * A colour with a meaning, in a tone for light and one for dark paper.
 *
 * <p>Platforms have the colours of Okabe and Ito, parts of a request the muted ones of Tol: both keep apart for the
 * colour-blind. The native machine and all that is not named are grey.
 *
 * @param name of the colour in style sheets
 */
public record Ink(String name, String light, String dark) {
    private static final List<Ink> PLATFORMS = List.of(
            new Ink("platform-0", "#4a5058", "#c3c9d1"),
            new Ink("platform-1", "#0072b2", "#4fa8e0"),
            new Ink("platform-2", "#009e73", "#2fc598"),
            new Ink("platform-3", "#cc79a7", "#e09cc3"),
            new Ink("platform-4", "#d55e00", "#f0843a"),
            new Ink("platform-5", "#56b4e9", "#8fd0f7"),
            new Ink("platform-6", "#e69f00", "#f2b632"),
            new Ink("platform-7", "#7a6b00", "#d9cb4a"));
    private static final List<Ink> PARTS = List.of(
            new Ink("part-0", "#332288", "#7f74d6"),
            new Ink("part-1", "#88ccee", "#88ccee"),
            new Ink("part-2", "#cc6677", "#d9808f"),
            new Ink("part-3", "#117733", "#3fa562"),
            new Ink("part-4", "#ddcc77", "#ddcc77"),
            new Ink("part-5", "#44aa99", "#54bdab"),
            new Ink("part-6", "#882255", "#c05a90"),
            new Ink("part-7", "#999933", "#b3b34d"),
            new Ink("part-8", "#aa4499", "#cc6dbc"));

    /** For what is left over. */
    static final Ink OTHER = new Ink("part-other", "#b9bec5", "#6a717b");

    /** For what nothing is done in. */
    static final Ink IDLE = new Ink("part-idle", "#e8ebef", "#2a3038");

    /** How many parts have an ink of their own. */
    static final int MOST_PARTS = PARTS.size();

    /** A platform's ink, the same in all charts. */
    public static Ink of(Contender contender) {
        int own = PLATFORMS.size() - 1;
        int index = contender.colour() == 0 ? 0 : 1 + (contender.colour() - 1) % own;
        return PLATFORMS.get(index);
    }

    /** The ink of one of several groups that are no platforms. */
    static Ink ofNumber(int index) {
        return PLATFORMS.get(1 + index % (PLATFORMS.size() - 1));
    }

    static Ink part(int index) {
        return PARTS.get(index % PARTS.size());
    }

    /** All inks, for a style sheet. */
    public static List<Ink> all() {
        return Stream.of(PLATFORMS, PARTS, List.of(OTHER, IDLE)).flatMap(List::stream).toList();
    }

    Color onWhite() {
        return Color.decode(light);
    }
}
