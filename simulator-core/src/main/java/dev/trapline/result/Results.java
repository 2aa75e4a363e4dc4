package dev.trapline.result;

import java.util.List;
import java.util.Map;

/**
 * All that one run of a scenario found.
 *
 * @param formatVersion of the file format, raised when its meaning changes
 * @param resolvedScenario the scenario with defaults and varied values, as YAML text
 * @param axes the varied key paths with their values, in the order of the grid
 * @param limits what an objective's search found, for each platform and variant in each setting; empty without an objective
 */
public record Results(
        int formatVersion,
        String scenario,
        String question,
        String version,
        String scenarioHash,
        String catalogueHash,
        String resolvedScenario,
        Settings settings,
        Map<String, List<String>> axes,
        List<Platform> platforms,
        List<Point> points,
        List<Metric> metrics,
        List<Difference> differences,
        List<Curve> percentiles,
        List<Series> series,
        List<LedgerRow> ledgers,
        List<Verdict> verdicts,
        List<Survival> survivals,
        List<Limit> limits,
        List<Assumption> assumptions,
        List<Source> sources,
        List<Unsupported> unsupported,
        List<Expectation> expectations,
        List<String> warnings,
        Fingerprints fingerprints,
        List<Rank> ranks,
        List<DrawRange> drawRanges,
        List<Sample> samples,
        List<Bound> bounds,
        List<Step> steps) {

    /** The format that this version writes. */
    public static final int FORMAT_VERSION = 1;

    /** A file from before there were objectives, rankings, ranges over draws, samples, bounds and steps has none. */
    public Results {
        limits = limits == null ? List.of() : limits;
        ranks = ranks == null ? List.of() : ranks;
        drawRanges = drawRanges == null ? List.of() : drawRanges;
        samples = samples == null ? List.of() : samples;
        bounds = bounds == null ? List.of() : bounds;
        steps = steps == null ? List.of() : steps;
    }

    /** Results without an objective, rankings, draws, samples, bounds and steps. */
    public Results(
            int formatVersion,
            String scenario,
            String question,
            String version,
            String scenarioHash,
            String catalogueHash,
            String resolvedScenario,
            Settings settings,
            Map<String, List<String>> axes,
            List<Platform> platforms,
            List<Point> points,
            List<Metric> metrics,
            List<Difference> differences,
            List<Curve> percentiles,
            List<Series> series,
            List<LedgerRow> ledgers,
            List<Verdict> verdicts,
            List<Survival> survivals,
            List<Assumption> assumptions,
            List<Source> sources,
            List<Unsupported> unsupported,
            List<Expectation> expectations,
            List<String> warnings,
            Fingerprints fingerprints) {
        this(
                formatVersion, scenario, question, version, scenarioHash, catalogueHash, resolvedScenario, settings, axes,
                platforms, points, metrics, differences, percentiles, series, ledgers, verdicts, survivals, List.of(),
                assumptions, sources, unsupported, expectations, warnings, fingerprints, List.of(), List.of(), List.of(), List.of(),
                List.of());
    }

    /** The same results with how the scenario's expectations came out. */
    public Results withExpectations(List<Expectation> judged) {
        return with(judged, bounds);
    }

    /** The same results with what queueing formulas say beside them. */
    public Results withBounds(List<Bound> solved) {
        return with(expectations, solved);
    }

    private Results with(List<Expectation> judged, List<Bound> solved) {
        return new Results(
                formatVersion, scenario, question, version, scenarioHash, catalogueHash, resolvedScenario, settings, axes,
                platforms, points, metrics, differences, percentiles, series, ledgers, verdicts, survivals, limits,
                assumptions, sources, unsupported, judged, warnings, fingerprints, ranks, drawRanges, samples, solved, steps);
    }

    /** How the runs were made. Times in seconds. */
    public record Settings(
            long seed, double durationSeconds, double warmUpSeconds, int replications, double confidence, boolean quick, int draws) {}

    /**
     * A platform of the comparison, one entry for each variant; {@code modes} says per guest group how it ran, {@code
     * aliasOf} of which platform it is but another name, so that it has no verdict of its own, or is empty.
     */
    public record Platform(
            String label, String variant, String title, String kind, Map<String, String> modes, String aliasOf) {

        /** One that is no other's name. */
        public Platform(String label, String variant, String title, String kind, Map<String, String> modes) {
            this(label, variant, title, kind, modes, "");
        }
    }

    /** A point of the grid with the values of its axes. */
    public record Point(int index, Map<String, String> at) {}

    /**
     * One figure. {@code guest} and {@code request} are empty where it belongs to the machine. {@code hasInterval} is false
     * for maxima and single replications; low and high then equal the mean. {@code text} holds words for metrics that are
     * no number ({@code limited-by}).
     */
    public record Metric(
            String platform,
            String variant,
            int point,
            String guest,
            String request,
            String metric,
            String unit,
            double mean,
            double low,
            double high,
            boolean hasInterval,
            double confidence,
            int replications,
            String text) {}

    /**
     * A paired difference to the reference platform (native) at one point: the ratio of the means with its interval and
     * the verdict in a word: {@code better}, {@code worse}, {@code no difference shown}.
     */
    public record Difference(
            String platform,
            String variant,
            String reference,
            int point,
            String guest,
            String metric,
            double ratio,
            double low,
            double high,
            double confidence,
            String verdict) {}

    /**
     * A platform's place among those that ran at a point, best first. Platforms with equal figures share a rank. The
     * difference to the one before it is paired; its verdict, and whether it can be told from the best, are corrected for all
     * pairs of the ranking.
     *
     * @param metric by which they are ranked
     * @param leading whether it is the best, or cannot be told from it
     * @param before the platform before it in the order, empty for the first; {@code beforeVariant} likewise
     * @param ratio of its figure to that of the one before; 1 for the first
     * @param verdict against the one before, empty for the first
     * @param comparisons how many pairs were corrected for
     */
    public record Rank(
            int point,
            String guest,
            String metric,
            int rank,
            String platform,
            String variant,
            boolean leading,
            String before,
            String beforeVariant,
            double ratio,
            double low,
            double high,
            String verdict,
            int comparisons) {}

    /**
     * What changes on a platform from one point to the next along the axis that grows: the paired ratio of its figure to that at
     * the point before, with a verdict that is corrected for all steps of the figure in the run.
     *
     * @param before the index of the point before
     * @param comparisons how many steps were corrected for
     */
    public record Step(
            String platform,
            String variant,
            int point,
            int before,
            String guest,
            String metric,
            double ratio,
            double low,
            double high,
            String verdict,
            int comparisons) {}

    /** A latency distribution: at each share of requests (0 to 1) the latency in milliseconds that it stays below. */
    public record Curve(
            String platform, String variant, int point, String guest, String request, List<Double> shares, List<Double> milliseconds) {}

    /**
     * A quantity over simulated time of one replication, bounded in length: its mean over each part of the measured time, which
     * ends so many seconds after the warm-up.
     */
    public record Series(
            String platform, String variant, int point, String name, String unit, List<Double> seconds, List<Double> values) {}

    /**
     * One entry of a ledger. {@code ledger} is {@code latency} (unit ms per request) or {@code cycles} (unit core-ms per
     * simulated second); {@code kind} is {@code service} or {@code waiting}; {@code occupier} names, for waiting, the
     * mechanism (at its place) that held the resource meanwhile, or is empty; {@code count} is occurrences per request, or
     * per second in the ledger of cycles.
     */
    public record LedgerRow(
            String platform,
            String variant,
            int point,
            String guest,
            String request,
            String ledger,
            String place,
            String mechanism,
            String kind,
            String occupier,
            double value,
            String unit,
            double low,
            double high,
            double count) {}

    /**
     * What the comparison says about one platform in one setting (the axes other than the growing one).
     *
     * @param setting the values of the axes that are no count, in words; may be empty
     * @param at the compared point's values in words
     * @param metric what is compared
     * @param ratioLow over variants and sampling, the lower end of the ratio to the reference
     * @param word {@code better}, {@code worse}, {@code no difference shown} or {@code not decided by known costs}
     * @param stopsScalingAt the first count that gains under 10 % of linear, or empty
     * @param sentence the verdict in words
     * @param mechanisms the largest shares of the difference to the reference, largest first
     */
    public record Verdict(
            String platform,
            String setting,
            String at,
            int point,
            String guest,
            String metric,
            String reference,
            double ratioLow,
            double ratioHigh,
            String word,
            String stopsScalingAt,
            int drawsHeld,
            int draws,
            String sentence,
            List<MechanismShare> mechanisms) {}

    /** A mechanism's part of what a platform adds to (or takes from) a request, 0.54 for 54 %. */
    public record MechanismShare(String place, String mechanism, String kind, String occupier, double share, double milliseconds) {}

    /** Over the draws of uncertain costs: the least, middle and greatest ratio at a deciding point, and how often the verdict held. */
    public record Survival(
            String platform, String variant, int point, String guest, String metric, int held, int draws, double low, double median, double high) {}

    /**
     * The largest value of an objective's path at which a platform keeps all constraints.
     *
     * @param setting the values of the other axes, in words; may be empty
     * @param path what was to be as large as possible
     * @param what a value in words, without the number: {@code tiles}; {@code count} is that of guests
     * @param least where the search began
     * @param most where it was to end
     * @param outcome {@code found}; {@code none} or {@code all} of the values keep the constraints; {@code supported}: all
     *     do that the platform supports; {@code refused}: it supports none
     * @param value the limit; one less than the least if there is none
     * @param low the largest value that surely keeps them, or one less than the least
     * @param high one less than the smallest value that surely breaks them, or the largest that there is
     * @param confidence with which the limit lies between these
     * @param broke the constraint that is broken first beyond the limit, as written, or the rule that refuses; may be empty
     * @param limitedBy what has no time left there
     * @param simulatedSeconds that the search took, warm-ups and pilots included
     * @param gridSeconds that all supported values would have taken, with the scenario's replications
     * @param visits in the order in which they were made
     */
    public record Limit(
            String platform,
            String variant,
            String setting,
            String path,
            String what,
            long least,
            long most,
            String outcome,
            long value,
            long low,
            long high,
            double confidence,
            String broke,
            String limitedBy,
            double simulatedSeconds,
            double gridSeconds,
            String sentence,
            List<Visit> visits) {

        /** A value in words: {@code 9 tiles}, {@code 1 guest}. */
        public String amount(long count) {
            String many = what.equals("count") ? "guests" : what;
            return count + " " + (count == 1 && many.endsWith("s") ? many.substring(0, many.length() - 1) : many);
        }
    }

    /**
     * What an objective's search found at one value: {@code decision} is {@code holds}, {@code broken} or {@code undecided},
     * {@code constraint} the one that is kept most narrowly or broken most clearly, with the interval of its figure by which
     * it was decided; {@code hasFigure} is false where there is none, as in a system without a steady state.
     */
    public record Visit(
            long at,
            int point,
            int replications,
            String decision,
            String constraint,
            String metric,
            String unit,
            boolean hasFigure,
            double mean,
            double low,
            double high,
            String limitedBy) {}

    /**
     * What a figure is over the draws of the uncertain costs, least, middle and greatest: what is not known of the costs,
     * apart from the noise of the runs, which {@link Metric} has.
     *
     * @param nominal with every cost at its value, the mean that {@link Metric} gives
     */
    public record DrawRange(
            String platform,
            String variant,
            int point,
            String guest,
            String metric,
            String unit,
            double nominal,
            double low,
            double median,
            double high,
            int draws) {}

    /** A cost or rate that is not measured, with its range. */
    public record Assumption(
            String owner, String name, double value, double low, double high, String unit, String basis, String source, String note) {}

    /** A source that the used catalogue entries name. */
    public record Source(String id, String citation, String address, String read) {}

    /** A combination that a platform does not support, and why; {@code ran} is true where the rule was only a warning. */
    public record Unsupported(
            String platform, int point, String guest, String rule, String limit, String asked, String source, String sentence, boolean ran) {}

    /** An expectation of the scenario and how it came out. */
    public record Expectation(String text, String place, boolean met, String found) {}

    /**
     * What each replication gave of a figure that is compared, in their order: with it, runs that had the same draws can be
     * compared pair by pair later. Files of older versions have none.
     */
    public record Sample(String platform, String variant, int point, String guest, String metric, List<Double> values) {}

    /**
     * What queueing formulas say of a platform at a point, from the demands of one request alone.
     *
     * @param bounded whether there are bounds; else the next three say nothing
     * @param throughputAtMost requests per second of all guests of the group
     * @param latencyAtLeast the mean, in milliseconds
     * @param limit which station bounds the throughput, or {@code load}
     * @param solved whether a network of product form stands for the scenario; else the next two say nothing
     * @param throughput its steady state, in requests per second
     * @param latencyMean its steady state, in milliseconds
     * @param method the network by which it was solved, in words; empty where it was not
     * @param reasons why there is no solution, or no bounds either, in sentences without a stop; empty where there is one
     */
    public record Bound(
            String platform,
            String variant,
            int point,
            String guest,
            boolean bounded,
            double throughputAtMost,
            double latencyAtLeast,
            String limit,
            boolean solved,
            double throughput,
            double latencyMean,
            String method,
            List<String> reasons) {}

    /** Hashes over events and over results, as hexadecimal text; {@code eventsExecuted} counts all replications. */
    public record Fingerprints(String events, String results, long eventsExecuted) {}
}
