package dev.trapline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Timeline;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.Overrides.Assignment;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking on changes nothing: figures, ledgers, the number of events and their fingerprint are the same. */
final class OnlookerTest {
    @ParameterizedTest
    @ValueSource(strings = {"web-dynamic", "disk-random"})
    void lookingOnChangesNothing(String work) {
        Vocabulary vocabulary = Vocabulary.standard();
        Experiment experiment = ScenarioReader.standard(vocabulary)
                .read("hosted-versus-bare-metal", shortly(work))
                .value()
                .experiment();
        PointSpec point = experiment.points().get(0);
        for (PlatformSpec platform : point.platforms()) {
            Observation alone = Replication.observe(site(experiment, point, platform, vocabulary), point, experiment.settings());
            Site watched = site(experiment, point, platform, vocabulary);
            Count count = new Count();
            Recording.look(watched, count).forEach(HostTimeline::open);
            TimelineRequests requests = new TimelineRequests(count, watched.simulation()::now);
            watched.measures().forEach(measure -> measure.watchedBy(requests));
            requests.open();
            Observation seen = Replication.observe(watched, point, experiment.settings());
            assertThat(count.begun).as("slices of %s", platform.fullName()).isGreaterThan(100);
            assertThat(seen.metrics()).isEqualTo(alone.metrics());
            assertThat(seen.words()).isEqualTo(alone.words());
            assertThat(seen.ledger()).isEqualTo(alone.ledger());
            assertThat(seen.events()).isEqualTo(alone.events());
            assertThat(seen.fingerprint()).isEqualTo(alone.fingerprint());
        }
    }

    private static Overrides shortly(String work) {
        return new Overrides(
                List.of(
                        new Assignment("run.duration", "200 ms"),
                        new Assignment("run.warm-up", "50 ms"),
                        new Assignment("run.replications", "2")),
                List.of(new Assignment("guests.load.workload", work), new Assignment("guests.load.count", "6")),
                List.of(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                false);
    }

    private static Site site(Experiment experiment, PointSpec point, PlatformSpec platform, Vocabulary vocabulary) {
        return new SiteAssembly(point, platform, vocabulary, experiment.settings().seed(), 0).assemble();
    }

    /** Counts slices. */
    private static final class Count implements Timeline {
        private int begun;

        @Override
        public void group(int group, String name) {}

        @Override
        public void track(int group, int track, String name) {}

        @Override
        public void begin(int group, int track, long instant, String name, String kind, String by) {
            begun++;
        }

        @Override
        public void end(int group, int track, long instant) {}

        @Override
        public void span(int group, long id, long from, long until, String name, long number, String kind) {
            begun++;
        }

        @Override
        public void arrow(String name, Point from, Point to) {}

        @Override
        public void count(int group, String name, long instant, long value) {}
    }
}
