package dev.trapline.benchmarks.scenarios;

import dev.trapline.platform.Limits;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a scenario takes: each platform at each point once, with the times of {@code --quick}, on one thread, after the whole
 * experiment was run in the same process, so that the code is compiled by then. That run gives the fingerprint as well.
 *
 * <p>Prints tab-separated: name; seconds of processor time; events; simulated seconds; packets; requests; bytes allocated; fingerprint.
 */
public final class ScenarioStudy {
    private ScenarioStudy() {}

    public static void main(String[] names) {
        for (String name : names) {
            print(name);
        }
    }

    private static void print(String name) {
        Vocabulary vocabulary = Vocabulary.standard();
        Overrides quickly = new Overrides(
                List.of(), List.of(), List.of(), OptionalLong.empty(), OptionalInt.of(0), true);
        Experiment experiment = ScenarioReader.standard(vocabulary).read(name, quickly).value().experiment();
        String fingerprint = new Laboratory(vocabulary, 1, Progress.NONE).run(experiment, "study").fingerprints().results();
        Effort effort = Effort.NONE;
        for (PointSpec point : experiment.points()) {
            for (PlatformSpec platform : point.platforms()) {
                if (runs(experiment, point, platform, vocabulary)) {
                    effort = effort.plus(effort(point, platform, experiment.settings(), vocabulary));
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "%s\t%.3f\t%d\t%.3f\t%d\t%d\t%d\t%s%n",
                name, effort.seconds(), effort.events(), effort.simulatedSeconds(), effort.packets(), effort.requests(),
                effort.bytes(), fingerprint);
    }

    private static boolean runs(Experiment experiment, PointSpec point, PlatformSpec platform, Vocabulary vocabulary) {
        return Limits.check(point, platform, vocabulary).stream()
                .allMatch(refusal -> refusal.violation().weight().runs(experiment.ignoreLimits()));
    }

    private static Effort effort(PointSpec point, PlatformSpec platform, RunSettings settings, Vocabulary vocabulary) {
        Site site = new SiteAssembly(point, platform, vocabulary, settings.seed(), 0).assemble();
        boolean hasAnEnd = point.guests().stream().anyMatch(guest -> guest.workload().kind().equals("fixed-job"));
        site.simulation().runUntil(hasAnEnd ? 0 : settings.warmUpPicos());
        return Effort.of(site, settings.durationPicos());
    }
}
