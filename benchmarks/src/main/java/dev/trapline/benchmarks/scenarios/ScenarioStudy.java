package dev.trapline.benchmarks.scenarios;

import dev.trapline.benchmarks.fingerprints.FingerprintRuns;
import dev.trapline.benchmarks.fingerprints.Seen;
import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What scenarios take: each platform at each point once, with the times of {@code --quick}, on one thread. All of it was run once
 * before in the same process, so that the code is compiled by then; that run gives the fingerprint of the results. What takes
 * less than five seconds is measured five times, and the median counts.
 *
 * <p>Prints tab-separated: name; seconds of processor time; events; simulated seconds; packets; requests; bytes allocated;
 * bytes and events with those of assembly and warm-up; fingerprint.
 */
public final class ScenarioStudy {
    private static final int ROUNDS = 5;
    private static final double LONG_SECONDS = 5;

    private ScenarioStudy() {}

    public static void main(String[] names) {
        FingerprintRuns runs = new FingerprintRuns();
        for (String name : names) {
            Experiment experiment = runs.once(name);
            Seen seen = runs.whole(experiment);
            System.out.println(name + "\t" + median(experiment).line() + "\t" + seen.results());
        }
    }

    private static Effort median(Experiment experiment) {
        List<Effort> rounds = new ArrayList<>();
        do {
            rounds.add(PlatformEfforts.sum(PlatformEfforts.of(experiment, Vocabulary.standard())));
        } while (rounds.size() < ROUNDS && rounds.get(0).seconds() < LONG_SECONDS);
        rounds.sort(Comparator.comparingLong(Effort::nanos));
        return rounds.get(rounds.size() / 2);
    }
}
