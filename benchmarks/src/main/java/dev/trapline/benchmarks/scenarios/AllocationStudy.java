package dev.trapline.benchmarks.scenarios;

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
import dev.trapline.spec.RunSettings;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * What an event allocates: each platform of a scenario at each point of it, on one thread, once the same was run before; with the
 * scenario's own times, or after {@code --quick} with a fifth of them. <em>Whole</em> is all of a replication, from making the site to the end of its time; <em>steady</em> the
 * second half of the time after the warm-up.
 *
 * <p>Prints tab-separated, a line for each platform of a scenario: its name; that of the platform; events of the steady part, and
 * bytes for each of them; the most at one point; events of the whole, and bytes for each of them.
 */
public final class AllocationStudy {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int STEPS = 200;

    private AllocationStudy() {}

    public static void main(String[] arguments) {
        boolean quick = arguments[0].equals("--quick");
        List<String> names = List.of(arguments).subList(quick ? 1 : 0, arguments.length);
        Overrides overrides = quick ? Overrides.NONE.quickly() : Overrides.NONE;
        Vocabulary vocabulary = Vocabulary.standard();
        for (String name : names) {
            Experiment experiment =
                    ScenarioReader.standard(vocabulary).read(name, overrides).value().experiment();
            for (PlatformSpec platform : experiment.points().get(0).platforms()) {
                Sum sum = new Sum();
                for (PointSpec point : experiment.points()) {
                    add(experiment, point, platform.fullName(), vocabulary, sum);
                }
                System.out.printf(
                        Locale.ROOT, "%s\t%s\t%d\t%.2f\t%.2f\t%d\t%.2f%n",
                        name, platform.fullName(), sum.steady.events, sum.steady.each(), sum.most, sum.whole.events,
                        sum.whole.each());
            }
        }
    }

    private static void add(Experiment experiment, PointSpec point, String platform, Vocabulary vocabulary, Sum sum) {
        for (PlatformSpec each : point.platforms()) {
            boolean runs = Limits.check(point, each, vocabulary).stream()
                    .allMatch(refusal -> refusal.violation().weight().runs(experiment.ignoreLimits()));
            if (runs && each.fullName().equals(platform)) {
                run(point, each, experiment.settings(), vocabulary, new Sum());
                run(point, each, experiment.settings(), vocabulary, sum);
            }
        }
    }

    private static void run(PointSpec point, PlatformSpec platform, RunSettings settings, Vocabulary vocabulary, Sum sum) {
        long begin = allocated();
        Site site = new SiteAssembly(point, platform, vocabulary, settings.seed(), 0).assemble();
        run(site, settings, 0, STEPS / 2);
        long half = allocated();
        long events = site.simulation().executed();
        steady(site, settings);
        long end = allocated();
        sum.add(end - half, site.simulation().executed() - events, end - begin, site.simulation().executed());
    }

    /** By itself, so that profiles can be told by it. */
    private static void steady(Site site, RunSettings settings) {
        run(site, settings, STEPS / 2, STEPS);
    }

    private static void run(Site site, RunSettings settings, int from, int to) {
        for (int step = from; step <= to && !site.isFinished(); step++) {
            site.simulation().runUntil(settings.warmUpPicos() + settings.durationPicos() / STEPS * step);
        }
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static final class Count {
        private long bytes;
        private long events;

        void add(long moreBytes, long moreEvents) {
            bytes += moreBytes;
            events += moreEvents;
        }

        double each() {
            return events == 0 ? 0 : (double) bytes / events;
        }
    }

    private static final class Sum {
        private final Count steady = new Count();
        private final Count whole = new Count();
        private double most;

        void add(long steadyBytes, long steadyEvents, long wholeBytes, long wholeEvents) {
            steady.add(steadyBytes, steadyEvents);
            whole.add(wholeBytes, wholeEvents);
            most = Math.max(most, steadyEvents == 0 ? 0 : (double) steadyBytes / steadyEvents);
        }
    }
}
