package dev.trapline.benchmarks.coverage;

import dev.trapline.measure.Bound;
import dev.trapline.measure.Estimate;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.measure.LimitSearch;
import dev.trapline.measure.LimitSearch.Finding;
import dev.trapline.measure.Looks;
import dev.trapline.measure.Replications;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Counts how often the search for the largest load of M/M/4 that keeps its time below a bound finds the true one, and how
 * often its interval holds it. The load of n users is n times a step; the bound is half-way, by ratio, between the true times
 * at the limit and one beyond. Arguments: the name of the case, the first seed, the one after the last.
 */
public final class LimitStudy {
    private static final int SERVERS = 4;
    private static final Looks LOOKS = new Looks(5, 40);
    private static final double CONFIDENCE = 0.95;

    private LimitStudy() {}

    /** A question whose answer is known. */
    private record Case(
            String name, double step, long least, long most, long limit, ToDoubleFunction<MarkovStation> truth, boolean isMean) {

        MarkovStation at(long users) {
            return new MarkovStation(SERVERS, users * step);
        }

        double bound() {
            return StrictMath.sqrt(truth.applyAsDouble(at(limit)) * truth.applyAsDouble(at(limit + 1)));
        }

        double margin() {
            return bound() / truth.applyAsDouble(at(limit)) - 1;
        }

        double observe(long users, long seed, int replication) {
            LatencyHistogram times = at(users).observe(seed, replication);
            double picos = isMean ? times.meanPicos().orElseThrow() : times.quantilePicos(0.95).orElseThrow();
            return picos / KnownQueue.UNIT_PICOS;
        }
    }

    private static List<Case> cases() {
        return List.of(
                new Case("mean-5%", 0.026, 4, 34, 31, MarkovStation::mean, true),
                new Case("mean-1%", 0.005, 20, 180, 164, MarkovStation::mean, true),
                new Case("p95-5%", 0.026, 4, 34, 31, MarkovStation::p95, false),
                new Case("p95-1%", 0.005, 20, 180, 164, MarkovStation::p95, false));
    }

    /** Prints a line: name, margin, how often found and held, sums of the widths and replications, those of a grid, seeds. */
    public static void main(String[] arguments) {
        Case asked = cases().stream().filter(each -> each.name().equals(arguments[0])).findFirst().orElseThrow();
        int from = Integer.parseInt(arguments[1]);
        int to = Integer.parseInt(arguments[2]);
        int exact = 0;
        int held = 0;
        long width = 0;
        long replications = 0;
        for (int seed = from; seed < to; seed++) {
            LimitSearch search = new LimitSearch(asked.least(), asked.most());
            while (search.next().isPresent()) {
                replications += look(search, asked, seed);
            }
            exact += search.value() == asked.limit() ? 1 : 0;
            held += search.low() <= asked.limit() && asked.limit() <= search.high() ? 1 : 0;
            width += search.high() - search.low();
        }
        System.out.printf(
                Locale.ROOT, "%s\t%.1f\t%d\t%d\t%d\t%d\t%d\t%d%n", asked.name(), 100 * asked.margin(), exact, held, width,
                replications, LOOKS.first() * (asked.most() - asked.least() + 1), to - from);
    }

    /** Looks at the next number until it is decided or there are enough replications; gives how many there are. */
    private static int look(LimitSearch search, Case asked, long seed) {
        double confidence =
                LimitSearch.decisive(CONFIDENCE, LimitSearch.mostVisits(asked.least(), asked.most()), LOOKS.count(), 1);
        long users = search.next().orElseThrow();
        Replications values = Replications.of(asked.name());
        while (true) {
            int enough = LOOKS.after(values.count());
            while (values.count() < enough) {
                values.add(asked.observe(users, seed, values.count()));
            }
            Estimate estimate = values.estimate(confidence);
            Finding finding = new Bound(asked.bound(), true).judge(estimate);
            if (finding.isDecided() || LOOKS.after(enough) == enough) {
                search.found(users, finding);
                return enough;
            }
        }
    }
}
