package dev.trapline.cli.print;

import dev.trapline.result.Sensitivity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A screening of uncertain costs for a terminal of 80 columns: for each platform the strongest costs, as shares of the figure.
 */
public final class SensitivityLines {
    private static final int SHOWN = 12;
    private static final int LETTERS = 30;
    /** Below this share of the figure a change is not worth a line. */
    private static final double LEAST_SHARE = 0.0005;

    private SensitivityLines() {}

    public static List<String> of(Sensitivity found, boolean coloured) {
        Ink ink = new Ink(coloured);
        List<String> lines = new ArrayList<>();
        lines.addAll(Paragraph.wrapped(
                ink.strong(found.scenario()) + "   ", "  ", found.guest() + "." + found.metric() + (found.quick() ? ", quick" : "")));
        if (!found.at().isEmpty()) {
            lines.addAll(Paragraph.wrapped("", "  ", "At " + found.at() + ", and nowhere else; --point names another point."));
        }
        lines.addAll(Paragraph.wrapped("", "  ", "Morris' screening: " + found.trajectories()
                + " trajectories, ends of ranges in " + found.replications() + " replications, " + found.runs()
                + " runs in all"));
        found.screenings().forEach(screening -> lines.addAll(lines(found, screening)));
        lines.add("");
        lines.addAll(List.of(
                "In percent of the figure. mu*: mean absolute change over the whole range of a",
                "cost; sigma: how much that depends on other costs and on noise; low, high: the",
                "change at the ends of the range with others at their values (~ may be none).",
                "Assumed and derived costs first; rank is by mu* among all."));
        return ink.finished(lines);
    }

    private static List<String> lines(Sensitivity found, Sensitivity.Screening screening) {
        List<String> lines = new ArrayList<>(List.of(""));
        String name = screening.variant().isEmpty() ? screening.platform() : screening.platform() + " " + screening.variant();
        lines.addAll(Paragraph.wrapped("", "  ", name + ": "
                + Words.interval(screening.mean(), (screening.high() - screening.low()) / 2)
                + (found.unit().isEmpty() ? "" : " " + found.unit())));
        lines.addAll(Paragraph.wrapped("", "  ", "numbers with ranges: " + screening.costs() + ", of which "
                + screening.idle() + " change nothing here; " + screening.runs() + " runs"));
        List<Sensitivity.Effect> felt = screening.effects().stream()
                .filter(it -> it.meanAbsolute() > LEAST_SHARE * Math.abs(screening.mean()))
                .toList();
        List<Sensitivity.Effect> shown = felt.stream().filter(it -> it.rank() <= SHOWN).toList();
        if (shown.isEmpty()) {
            lines.add("none changes it by as much as 0.05 %");
            return lines;
        }
        TextTable table = TextTable.of("fwwffff");
        table.add(List.of("rank", "cost", "basis", "mu* %", "sigma", "low", "high"));
        shown.forEach(effect -> table.add(row(effect, Math.abs(screening.mean()))));
        lines.addAll(table.fitted());
        int weak = screening.effects().size() - shown.size();
        if (weak > 0) {
            lines.add(weak + " weaker " + (weak == 1 ? "one is" : "ones are") + " in sensitivity.csv");
        }
        return lines;
    }

    private static List<String> row(Sensitivity.Effect effect, double mean) {
        return List.of(
                Integer.toString(effect.rank()),
                shortened(effect.cost().owner() + "/" + effect.cost().name()),
                effect.cost().basis(),
                share(effect.meanAbsolute(), mean),
                share(effect.deviation(), mean),
                swing(effect, 0, mean),
                swing(effect, 1, mean));
    }

    private static String swing(Sensitivity.Effect effect, int end, double mean) {
        if (effect.swings().isEmpty()) {
            return "";
        }
        Sensitivity.Swing swing = effect.swings().get(end);
        boolean told = swing.low() > 0 || swing.high() < 0 || swing.low() == swing.high();
        return (told ? "" : "~") + (swing.change() > 0 ? "+" : "") + share(swing.change(), mean);
    }

    private static String share(double change, double mean) {
        double percent = 100 * change / mean;
        int decimals = Math.abs(percent) >= 9.95 ? 0 : Math.abs(percent) >= 0.995 ? 1 : 2;
        return new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The end of a name is what tells a cost from others. */
    private static String shortened(String name) {
        return name.length() <= LETTERS ? name : ".." + name.substring(name.length() - LETTERS + 2);
    }
}
