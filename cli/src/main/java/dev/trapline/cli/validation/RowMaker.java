package dev.trapline.cli.validation;

import dev.trapline.result.Results;
import dev.trapline.scenarios.expect.Judgement;
import dev.trapline.scenarios.published.PublishedCell;
import dev.trapline.scenarios.published.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes rows of judged expectations, one for each figure; of an order or a shape one in all. */
final class RowMaker {
    private static final Pattern PUBLISHED = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)((?: \\S+)?)");

    private final Results results;
    private final List<Judgement> judgements;
    private final Function<Results.Metric, String> simulated;
    private final References references;

    /** @param simulated how a figure is put into words */
    RowMaker(Results results, List<Judgement> judgements, Function<Results.Metric, String> simulated) {
        this.simulated = simulated;
        this.results = results;
        this.judgements = judgements;
        this.references = new References(results, judgements);
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Judgement judgement : judgements) {
            boolean each = judgement.value().isPresent() || judgement.figures().size() == 1;
            if (each && !judgement.figures().isEmpty()) {
                judgement.figures().forEach(figure -> rows.add(row(judgement, figure)));
            } else {
                rows.add(row(judgement));
            }
        }
        Orders orders = Orders.of(rows);
        return rows.stream().map(row -> row.use() == Use.ORDER && orders.isWrong(row) ? row.missed() : row).toList();
    }

    private Row row(Judgement judgement, Judgement.Figure figure) {
        Results.Metric metric = figure.row();
        Map<String, String> at = new LinkedHashMap<>(judgement.at());
        at.putAll(results.points().get(metric.point()).at());
        at.keySet().removeAll(List.of("platform", "variant"));
        Optional<Row.Figure> both = judgement.valueIn(metric.unit())
                .map(measured -> new Row.Figure(measured, metric.mean(), metric.unit()));
        Optional<Row.Ratio> ratio =
                judgement.use() == Use.PREDICT ? references.ratio(judgement, metric) : Optional.empty();
        return made(
                judgement, metric.platform(), metric.variant(), at,
                simulated.apply(asPublished(judgement, metric)), both, ratio, figure.deviation(),
                figure.met());
    }

    /** In the unit in which the figure was published, so that the two can be read side by side. */
    private static Results.Metric asPublished(Judgement judgement, Results.Metric metric) {
        Matcher published = PUBLISHED.matcher(judgement.wanted());
        Optional<Double> measured = judgement.valueIn(metric.unit()).filter(value -> value != 0);
        if (!published.matches() || measured.isEmpty()) {
            return metric;
        }
        double scale = Double.parseDouble(published.group(1)) / measured.get();
        return new Results.Metric(
                metric.platform(), metric.variant(), metric.point(), metric.guest(), metric.request(), metric.metric(),
                published.group(2).strip(), metric.mean() * scale, metric.low() * scale, metric.high() * scale,
                metric.hasInterval(), metric.confidence(), metric.replications(), metric.text());
    }

    private static Row row(Judgement judgement) {
        Map<String, String> at = new LinkedHashMap<>(judgement.at());
        String platform = at.containsKey("platform") ? at.remove("platform") : "";
        String variant = at.containsKey("variant") ? at.remove("variant") : "";
        boolean met = judgement.outcome().met();
        return made(judgement, platform, variant, at, "", Optional.empty(), Optional.empty(), "", met);
    }

    private static Row made(
            Judgement judgement,
            String platform,
            String variant,
            Map<String, String> at,
            String simulated,
            Optional<Row.Figure> figure,
            Optional<Row.Ratio> ratio,
            String error,
            boolean met) {
        Optional<PublishedCell> cell = judgement.cell();
        return new Row(
                judgement.use(),
                cell.map(PublishedCell::table).orElse(""),
                cell.map(PublishedCell::row).orElse(""),
                cell.map(PublishedCell::column).orElse(""),
                judgement.metric(),
                platform,
                variant,
                at,
                judgement.wanted(),
                simulated,
                figure,
                ratio,
                error,
                met,
                judgement.outcome().found(),
                judgement.note(),
                judgement.knownMiss());
    }
}
