package dev.trapline.benchmarks.scenarios;

import dev.trapline.platform.Limits;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each platform of a scenario takes at all of its points together, once each. */
final class PlatformEfforts {
    private PlatformEfforts() {}

    /** By the platform's name with its variant, in the order of the scenario. */
    static Map<String, Effort> of(Experiment experiment, Vocabulary vocabulary) {
        Map<String, Effort> efforts = new LinkedHashMap<>();
        for (PointSpec point : experiment.points()) {
            for (PlatformSpec platform : point.platforms()) {
                if (runs(experiment, point, platform, vocabulary)) {
                    efforts.merge(platform.fullName(), effort(experiment, point, platform, vocabulary), Effort::plus);
                }
            }
        }
        return efforts;
    }

    static Effort sum(Map<String, Effort> efforts) {
        return efforts.values().stream().reduce(Effort.NONE, Effort::plus);
    }

    private static boolean runs(Experiment experiment, PointSpec point, PlatformSpec platform, Vocabulary vocabulary) {
        return Limits.check(point, platform, vocabulary).stream()
                .allMatch(refusal -> refusal.violation().weight().runs(experiment.ignoreLimits()));
    }

    private static Effort effort(Experiment experiment, PointSpec point, PlatformSpec platform, Vocabulary vocabulary) {
        long before = Effort.allocated();
        Site site = new SiteAssembly(point, platform, vocabulary, experiment.settings().seed(), 0).assemble();
        boolean hasAnEnd = point.guests().stream().anyMatch(guest -> guest.workload().kind().equals("fixed-job"));
        site.simulation().runUntil(hasAnEnd ? 0 : experiment.settings().warmUpPicos());
        Effort effort = Effort.of(site, experiment.settings().durationPicos());
        return effort.ofAll(Effort.allocated() - before, site.simulation().executed());
    }
}
