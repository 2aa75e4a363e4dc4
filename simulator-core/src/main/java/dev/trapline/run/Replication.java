package dev.trapline.run;

import dev.trapline.platform.Assembly;
import dev.trapline.platform.Host;
import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;

/** One run of one platform at one point: a pure function of these, the seed and the number of the replication. */
final class Replication {
    /** So many times over the duration it is looked how many requests are inside, and whether fixed jobs are done. */
    private static final int LOOKS = 200;

    private Replication() {}

    static Observation run(PointSpec point, PlatformSpec platform, RunSettings settings, int number, Vocabulary vocabulary) {
        Host host = new Assembly(
                        point.machine(), platform, point.guests(), vocabulary, settings.seed(), number)
                .assemble();
        long end = settings.warmUpPicos() + settings.durationPicos();
        host.simulation().runUntil(hasFixedJobs(point) ? 0 : settings.warmUpPicos());
        Baseline baseline = new Baseline(host);
        Backlogs backlogs = new Backlogs(host.measures(), LOOKS);
        for (int look = 1; look <= LOOKS && !host.isFinished(); look++) {
            host.simulation().runUntil(Math.max(host.simulation().now(), end - settings.durationPicos() / LOOKS * (LOOKS - look)));
            backlogs.look();
        }
        return new Observer(host, baseline).observe().with(backlogs.byGroup());
    }

    /** A job that ends is looked at from its beginning. */
    static boolean hasFixedJobs(PointSpec point) {
        return point.guests().stream().anyMatch(guest -> guest.workload().kind().equals("fixed-job"));
    }
}
