package dev.trapline.reports.page;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How far to trust the figures, and how to get them again.
 *
 * @param statements what is known about their errors, by what it is about
 * @param platforms what was compared with published measurements, and what each rests on
 */
public record TrustSection(Map<String, String> statements, List<Standing> platforms, BoundSection bounds) {

    private static final Pattern FILES = Pattern.compile("[\\w./-]+\\.ya?ml");
    private static final int MOST_FILES = 4;

    /** {@code kind} is how it runs guests; {@code held} in how many draws its verdicts held. */
    public record Standing(String platform, String validation, String held, String assumed) {}

    static TrustSection of(Digest digest) {
        Results results = digest.results();
        Results.Settings settings = results.settings();
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put(
                "Noise",
                digest.replications() + " of " + Figures.value(settings.durationSeconds())
                        + " simulated seconds; intervals cover " + Figures.percent(settings.confidence())
                        + " and differences are paired: every platform met the same arrivals and demands.");
        statements.put(
                "Warm-up", Figures.value(settings.warmUpSeconds()) + " s before each were run and left out.");
        statements.put(
                "Unknown costs",
                settings.draws() == 0
                        ? "Not varied in this run; --draws 20 would."
                        : settings.draws() + " draws took every uncertain cost from its range anew.");
        BoundSection bounds = BoundSection.of(digest);
        if (!bounds.isEmpty()) {
            statements.put("Bounds", bounds.summary());
        }
        statements.put(
                "Not supported",
                results.unsupported().isEmpty()
                        ? "Nothing that was asked breaks a documented limit."
                        : "Some of what was asked breaks documented limits; see below.");
        statements.put("Again", again(results));
        ValidationStatus status = ValidationStatus.ofThisVersion();
        List<Standing> standings = new ArrayList<>();
        for (String platform : digest.contenders().platforms()) {
            standings.add(new Standing(
                    digest.contenders().title(platform),
                    status.of(platform),
                    held(results, platform),
                    assumed(results, platform)));
        }
        return new TrustSection(statements, standings, bounds);
    }

    /** How to get the same figures again; the command itself stands after it. */
    private static String again(Results results) {
        List<String> files = FILES.matcher(results.resolvedScenario()).results().map(MatchResult::group).distinct().toList();
        String beside = files.isEmpty() ? "" : ", beside its " + String.join(", ", files.subList(0, Math.min(files.size(), MOST_FILES)))
                + (files.size() > MOST_FILES ? " and others" : "");
        String fingerprint = results.fingerprints().results();
        return "Save the scenario at the end of this page as scenario.yaml" + beside + ". Trapline " + results.version()
                + " gives the same bytes again, with the options that this run had (--with-bounds adds rows)"
                + (fingerprint.isEmpty() ? "" : ", fingerprint of results " + fingerprint) + ":";
    }

    private static String held(Results results, String platform) {
        List<Results.Verdict> own = results.verdicts().stream()
                .filter(it -> it.platform().equals(platform) && it.draws() > 0)
                .toList();
        if (own.isEmpty()) {
            return Figures.NONE;
        }
        int least = own.stream().mapToInt(Results.Verdict::drawsHeld).min().orElseThrow();
        return (least == own.get(0).draws() ? "all " + least : "at least " + least + " of " + own.get(0).draws()) + " draws";
    }

    private static String assumed(Results results, String platform) {
        List<Results.Assumption> own = results.assumptions().stream()
                .filter(it -> it.owner().equals(platform) || it.owner().startsWith(platform + ",")
                        || it.owner().startsWith(platform + "/"))
                .toList();
        long assumed = own.stream().filter(it -> it.basis().equals("assumed")).count();
        return own.isEmpty() ? Figures.NONE : assumed + " assumed, " + (own.size() - assumed) + " derived";
    }
}
