package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.trapline.engine.Time;
import dev.trapline.platform.Limits;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams make as many packets as are under way at once, and then allocate nothing more for each, on any platform. */
class StreamAllocationTest {
    private static final Experiment STREAMS =
            ScenarioReader.standard(Setup.VOCABULARY).read("eight-streams", Overrides.NONE).value().experiment();
    private static final long SETTLED_PICOS = 200 * Time.PICOS_PER_MILLI;
    private static final long END_PICOS = 240 * Time.PICOS_PER_MILLI;
    /** Queues still reach new lengths now and then, with packets that are made for it; one for each event would be 150 bytes. */
    private static final double BYTES_PER_EVENT = 2;

    record Case(PointSpec point, PlatformSpec platform) {
        @Override
        public String toString() {
            return platform.fullName() + " " + point.at();
        }
    }

    static Stream<Case> cases() {
        return STREAMS.points().stream().flatMap(point -> point.platforms().stream()
                .filter(platform -> Limits.check(point, platform, Setup.VOCABULARY).stream()
                        .allMatch(refusal -> refusal.violation().weight().runs(STREAMS.ignoreLimits())))
                .map(platform -> new Case(point, platform)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void packetsAllocateNothing(Case each) {
        Site site = new SiteAssembly(each.point(), each.platform(), Setup.VOCABULARY, STREAMS.settings().seed(), 0).assemble();
        site.simulation().runUntil(SETTLED_PICOS);

        long events = site.simulation().executed();
        long before = allocatedBytes();
        site.simulation().runUntil(END_PICOS);
        long allocated = allocatedBytes() - before;

        events = site.simulation().executed() - events;
        assertThat(events).isGreaterThan(20_000);
        assertThat((double) allocated / events).as("bytes for each of %d events", events).isLessThan(BYTES_PER_EVENT);
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
