package dev.trapline.reports.page;

import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Sensitivity;
import java.util.List;

/** All that the template {@code sensitivity.jte} shows: for each platform a tornado chart and the table behind it. */
public record SensitivityPage(String title, String figure, String about, boolean quick, List<Part> parts, Page.Assets assets) {

    /**
     * One platform.
     *
     * @param figure with every cost at its value
     * @param about how many costs were screened
     */
    public record Part(String id, String name, String figure, String about, Tornado tornado, List<Row> rows) {}

    /** A cost's row; {@code low} and {@code high} are the figure's changes at the ends of its range, empty of weak ones. */
    public record Row(
            int rank, String cost, String basis, String source, String range, String meanAbsolute, String mean, String deviation,
            String low, String high) {}

    public static String html(Sensitivity found) {
        String unit = found.unit().isEmpty() ? "" : " (" + found.unit() + ")";
        String figure = Tone.words(found.metric()) + unit + " of " + found.guest()
                + (found.at().isEmpty() ? "" : ", " + found.at());
        String about = "Morris' screening in " + found.trajectories() + " trajectories, the ends of the strongest costs'"
                + " ranges in "
                + found.replications() + " replications: " + found.runs() + " runs with seed " + found.seed() + ", Trapline "
                + found.version() + ".";
        List<Part> parts = found.screenings().stream().map(it -> part(found, it)).toList();
        return Templates.render(
                "sensitivity.jte",
                new SensitivityPage(found.scenario(), figure, about, found.quick(), parts, PageAssets.ofTables()));
    }

    private static Part part(Sensitivity found, Sensitivity.Screening it) {
        String name = it.title() + (it.variant().isEmpty() ? "" : ", " + it.variant());
        String about = it.costs() + " numbers have ranges; " + it.idle() + " of them change nothing here. " + it.runs()
                + " runs.";
        return new Part(
                "screening-" + (found.screenings().indexOf(it) + 1),
                name,
                (Figures.interval(it.mean(), it.low(), it.high()) + " " + found.unit()).strip(),
                about,
                Tornado.of(it),
                it.effects().stream().map(effect -> row(effect, Math.abs(it.mean()))).toList());
    }

    private static Row row(Sensitivity.Effect effect, double mean) {
        Sensitivity.Assumed cost = effect.cost();
        return new Row(
                effect.rank(),
                cost.owner() + ": " + cost.name(),
                cost.basis(),
                cost.source(),
                Figures.value(cost.value()) + " (" + Figures.value(cost.low()) + " to " + Figures.value(cost.high()) + ") "
                        + cost.unit(),
                share(effect.meanAbsolute(), mean) + " \u00b1 " + share(effect.standardError(), mean),
                share(effect.mean(), mean),
                share(effect.deviation(), mean),
                effect.swings().isEmpty() ? "" : swing(effect.swings().get(0), mean),
                effect.swings().isEmpty() ? "" : swing(effect.swings().get(1), mean));
    }

    static String swing(Sensitivity.Swing swing, double mean) {
        return share(swing.change(), mean) + " (" + share(swing.low(), mean) + " to " + share(swing.high(), mean) + ")";
    }

    /** As percent of the figure. */
    static String share(double change, double mean) {
        return mean == 0 ? Figures.NONE : Figures.fixed(100 * change / mean, 2);
    }
}
