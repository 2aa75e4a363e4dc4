package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.trapline.platform.Limits;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In the steady state an event of the gallery allocates less than a byte: in the median of several stretches of events, after the
 * scenario's warm-up and many events, so that code is compiled by then as well. What a run needs more of than ever before it makes
 * once: packets and requests under way, room for their parts, buckets of latencies. {@code consolidation} still grows by then, since
 * its clients come one by one: there the stretch counts in which the least was allocated, and the median is held to what it takes.
 */
class SteadyStateAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int POINTS = 2;
    /** A point of a hundred guests takes long until each of their clients has been served. */
    private static final int MOST_POINTS_APART = 5;
    private static final long STEP_PICOS = 10_000_000_000L;
    private static final long WARM_UP_EVENTS = 50_000;
    private static final long STRETCH_EVENTS = 15_000;
    private static final int STRETCHES = 5;
    private static final String GROWING = "consolidation";
    private static final double WHILE_GROWING = 2;

    private final Vocabulary vocabulary = Vocabulary.standard();

    @ParameterizedTest
    @ValueSource(strings = {
        "eight-streams",
        "fast-disks",
        "hosted-versus-bare-metal",
        "idle-guests",
        "many-guests",
        "noisy-neighbour",
        "three-tiers",
        "today",
        "consolidation",
        "overcommitted-memory"
    })
    void anEventAllocatesLessThanAByte(String name) {
        Experiment experiment =
                ScenarioReader.standard(vocabulary).read(name, Overrides.NONE).value().experiment();
        List<PointSpec> points = experiment.points();
        int step = Math.min(MOST_POINTS_APART, Math.max(1, points.size() / POINTS));
        for (int i = 0; i < points.size() && i / step < POINTS; i += step) {
            for (PlatformSpec platform : points.get(i).platforms()) {
                if (runs(experiment, points.get(i), platform)) {
                    String what = "bytes allocated for an event of %s, point %d, %s".formatted(name, i, platform.fullName());
                    double[] stretches = bytesPerEvent(points.get(i), platform, experiment.settings().warmUpPicos());
                    assertThat(stretches[0]).as(what).isLessThan(1);
                    assertThat(stretches[STRETCHES / 2]).as(what + ", median").isLessThan(name.equals(GROWING) ? WHILE_GROWING : 1);
                }
            }
        }
    }

    private boolean runs(Experiment experiment, PointSpec point, PlatformSpec platform) {
        return Limits.check(point, platform, vocabulary).stream()
                .allMatch(refusal -> refusal.violation().weight().runs(experiment.ignoreLimits()));
    }

    /** Of each stretch, the least first. */
    private double[] bytesPerEvent(PointSpec point, PlatformSpec platform, long warmUpPicos) {
        Site site = new SiteAssembly(point, platform, vocabulary, 42, 0).assemble();
        site.simulation().runUntil(warmUpPicos);
        execute(site, WARM_UP_EVENTS);
        double[] stretches = new double[STRETCHES];
        for (int i = 0; i < STRETCHES; i++) {
            long bytes = allocated();
            long events = execute(site, STRETCH_EVENTS);
            stretches[i] = (double) (allocated() - bytes) / events;
        }
        Arrays.sort(stretches);
        return stretches;
    }

    /** At least so many events; how many it were. */
    private static long execute(Site site, long events) {
        long before = site.simulation().executed();
        while (site.simulation().executed() < before + events) {
            site.simulation().runUntil(site.simulation().now() + STEP_PICOS);
        }
        return site.simulation().executed() - before;
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
