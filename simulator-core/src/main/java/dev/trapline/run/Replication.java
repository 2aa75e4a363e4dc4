package dev.trapline.run;

import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.List;

/** One run of one platform at one point: a pure function of these, the seed and the number of the replication. */
final class Replication {
    /** So many times over the duration it is looked how many requests are inside, and whether fixed jobs are done. */
    private static final int LOOKS = 200;

    private Replication() {}

    static Observation run(PointSpec point, PlatformSpec platform, RunSettings settings, int number, Vocabulary vocabulary) {
        Observation seen = observe(new SiteAssembly(point, platform, vocabulary, settings.seed(), number).assemble(), point, settings);
        return number == 0 ? seen : seen.with(List.of());
    }

    /** Runs a site that has not begun. */
    static Observation observe(Site site, PointSpec point, RunSettings settings) {
        long end = settings.warmUpPicos() + settings.durationPicos();
        site.simulation().runUntil(hasFixedJobs(point) ? 0 : settings.warmUpPicos());
        Baseline baseline = new Baseline(site);
        Backlogs backlogs = new Backlogs(site.measures(), LOOKS);
        Timeline timeline = new Timeline(site);
        for (int look = 1; look <= LOOKS && !site.isFinished(); look++) {
            site.simulation().runUntil(Math.max(site.simulation().now(), end - settings.durationPicos() / LOOKS * (LOOKS - look)));
            backlogs.look();
            timeline.look();
        }
        return new Observer(site, baseline).observe().with(backlogs.byGroup()).with(timeline.lines());
    }

    /** A job that ends is looked at from its beginning. */
    static boolean hasFixedJobs(PointSpec point) {
        return point.guests().stream().anyMatch(guest -> guest.workload().kind().equals("fixed-job"));
    }
}
