package dev.trapline.reports.page;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.Charts;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the page: every section's records, then the template. */
public final class ReportPage {
    /** Characters of pictures in the page, so that it stays under 2 MB. */
    private static final int ROOM_FOR_PICTURES = 1_000_000;

    private static final String USUAL_PERCENTILE = "p95";

    private final Digest digest;
    private final Charts charts;
    private final Map<String, byte[]> pictures;
    private final Map<String, String> inlined;

    private ReportPage(Digest digest, Charts charts, Map<String, byte[]> pictures) {
        this.digest = digest;
        this.charts = charts;
        this.pictures = pictures;
        this.inlined = inlined(charts, pictures);
    }

    /**
     * The page as HTML.
     *
     * @param pictures PNG by chart id; may lack any
     * @param runFacts labels and values that are no function of the input
     * @param notes sentences about what is missing
     */
    public static String html(
            Digest digest,
            Charts charts,
            Map<String, byte[]> pictures,
            Map<String, String> runFacts,
            List<String> notes) {
        Page page = new ReportPage(digest, charts, pictures).page(runFacts, notes);
        return Templates.render("report.jte", page);
    }

    private Page page(Map<String, String> runFacts, List<String> notes) {
        Results results = digest.results();
        List<String> allNotes = new ArrayList<>(notes);
        if (charts.settingsLeftOut() > 0) {
            allNotes.add(
                    "Charts show the first settings only; " + charts.settingsLeftOut() + " more are in results.csv.");
        }
        return new Page(
                results.scenario(),
                results.question(),
                results.settings().quick(),
                results.warnings(),
                allNotes,
                LeadSection.of(digest),
                LimitSection.of(digest),
                VerdictSection.of(digest),
                RankingSection.of(digest),
                chapters(),
                DifferenceSection.of(digest),
                LedgerSection.of(digest),
                MachineSection.of(digest),
                OverTimeSection.of(digest),
                ReasonsSection.of(digest),
                NumbersSection.of(digest),
                TrustSection.of(digest),
                DrawSection.of(digest),
                EvidenceSection.of(digest),
                results.platforms(),
                facts(runFacts),
                howLong(digest),
                results.resolvedScenario(),
                PageAssets.of(charts.all().toList()));
    }

    private List<Page.Chapter> chapters() {
        String grown =
                digest.grid().growing().map(it -> "the number of " + it.label()).orElse("platforms");
        boolean counts = digest.grid().growing()
                .map(it -> (it.path().endsWith(".count") && it.along().isEmpty()) || it.path().equals("tiles"))
                .orElse(false);
        String against =
                counts ? grown : digest.grid().growing().map(it -> it.label()).orElse(grown);
        return List.of(
                chapter(
                        "growth",
                        digest.grid().growing().isPresent() ? "As " + against + " grows" : "Throughput and latency",
                        "Bands along lines, and whiskers in pictures, are confidence intervals."
                                + (isBanded()
                                        ? " A paler band lies between the variants of a product whose speed was never"
                                                + " published."
                                        : ""),
                        charts.overview()),
                chapter(
                        "time",
                        "Where the time of a request went",
                        "The mean time of a request, split into work (solid) and waiting (hatched, named by what it"
                                + " waited for). The parts add up to the whole.",
                        charts.timeOfRequests()),
                chapter(
                        "cores",
                        "What the cores did",
                        "Core time in each simulated second, whether or not a request waited for it. Busy and idle time add up"
                                + " to all time of all cores.",
                        charts.cyclesOfCores()),
                chapter(
                        "distribution",
                        "How latency is distributed",
                        "By share of requests, where each further nine takes the same room, and by latency.",
                        charts.distributions()),
                chapter(
                        "utilization",
                        "What the machine did",
                        "Shares of simulated time; what had no time left is named.",
                        charts.utilization()));
    }

    private boolean isBanded() {
        return charts.overview().stream().anyMatch(chart -> !chart.bands().isEmpty());
    }

    private Page.Chapter chapter(String id, String heading, String explanation, List<ChartDescription> shown) {
        List<String> names = shown.stream()
                .map(ChartDescription::choice)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        String first = names.contains(USUAL_PERCENTILE) ? USUAL_PERCENTILE : names.stream().findFirst().orElse("");
        List<Page.Choice> choices = names.stream()
                .map(it -> new Page.Choice(choiceId(it), it, it.equals(first)))
                .toList();
        return new Page.Chapter(
                id, heading, explanation, choices, shown.stream().map(this::figure).toList());
    }

    private static String choiceId(String name) {
        return name.replace(' ', '-');
    }

    private Page.Figure figure(ChartDescription chart) {
        boolean drawn = pictures.containsKey(chart.id());
        return new Page.Figure(
                chart.id(),
                chart.caption(),
                chart.setting(),
                chart.summary(),
                chart.form().name().toLowerCase(Locale.ROOT),
                choiceId(chart.choice()),
                inlined.getOrDefault(chart.id(), ""),
                drawn ? "charts/" + chart.id() + ".png" : "");
    }

    /** Pictures that stand in the page, in order, until there is no more room: the rest lies beside it. */
    private static Map<String, String> inlined(Charts charts, Map<String, byte[]> pictures) {
        Map<String, String> inlined = new LinkedHashMap<>();
        int room = ROOM_FOR_PICTURES;
        for (ChartDescription chart : charts.all().toList()) {
            byte[] png = pictures.get(chart.id());
            String text = png == null ? "" : Base64.getEncoder().encodeToString(png);
            if (text.length() <= room) {
                room -= text.length();
                inlined.put(chart.id(), text);
            }
        }
        return inlined;
    }

    private Map<String, String> facts(Map<String, String> runFacts) {
        Results results = digest.results();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Trapline", results.version());
        facts.put("Seed", Long.toString(results.settings().seed()));
        facts.put("Points", Integer.toString(results.points().size()));
        facts.put("Scenario hash", results.scenarioHash());
        facts.put("Catalogue hash", results.catalogueHash());
        facts.put("Fingerprint of events", results.fingerprints().events());
        facts.put("Fingerprint of results", results.fingerprints().results());
        facts.putAll(runFacts);
        return facts;
    }

    private static String howLong(Digest digest) {
        Results.Settings settings = digest.results().settings();
        String draws = settings.draws() > 0 ? ", " + settings.draws() + " draws of the uncertain costs" : "";
        return digest.replications() + " of " + Figures.value(settings.durationSeconds())
                + " simulated seconds after "
                + Figures.value(settings.warmUpSeconds()) + " s of warm-up, " + Figures.percent(settings.confidence())
                + " intervals" + draws;
    }
}
