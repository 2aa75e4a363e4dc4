package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.FinishedRuns;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An experiment that finds some of its runs finished says the same as one that makes all of them. */
class ContinuedRunTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);

    /** Closed and open load, all platforms, a warm-up by itself, replications by precision, draws. */
    private static final Overrides SHORT = Overrides.NONE
            .set("run.duration", "200 ms").set("run.warm-up", "auto").set("run.replications", "2").draws(2)
            .set("run.precision", "{ relative: 5 %, min: 2, max: 4 }")
            .vary("guests.load.count", "1, 2");

    /** Remembers, and counts what it is asked to keep. */
    private static final class Memory implements FinishedRuns {
        private final Map<String, byte[]> runs = new ConcurrentSkipListMap<>();
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public Optional<byte[]> find(String key) {
            return Optional.ofNullable(runs.get(key));
        }

        @Override
        public void keep(String key, byte[] run) {
            made.incrementAndGet();
            runs.put(key, run);
        }

        int made() {
            return made.getAndSet(0);
        }
    }

    private static Experiment experiment(Overrides overrides) {
        var read = READER.read("hosted-versus-bare-metal", overrides);
        assertThat(read.problems()).isEmpty();
        return read.value().experiment();
    }

    private static Results run(Experiment experiment, FinishedRuns finished) {
        return new Laboratory(VOCABULARY, 2, Progress.NONE, finished).run(experiment, "test");
    }

    @Test
    void resultsDoNotDependOnWhatWasFinished() {
        Experiment experiment = experiment(SHORT);
        Results undisturbed = run(experiment, FinishedRuns.NONE);
        Memory memory = new Memory();
        assertThat(run(experiment, memory)).isEqualTo(undisturbed);
        int all = memory.made();
        assertThat(memory.runs).as("each run has a key of its own").hasSize(all);

        assertThat(run(experiment, memory)).isEqualTo(undisturbed);
        assertThat(memory.made()).as("runs made although finished").isZero();

        Map<String, byte[]> some = new TreeMap<>(memory.runs);
        int which = 0;
        for (Map.Entry<String, byte[]> kept : some.entrySet()) {
            if (which % 3 == 0) {
                memory.runs.remove(kept.getKey());
            } else if (which % 3 == 1) {
                memory.runs.put(kept.getKey(), Arrays.copyOf(kept.getValue(), kept.getValue().length / 2));
            }
            which++;
        }
        assertThat(run(experiment, memory)).isEqualTo(undisturbed);
        assertThat(memory.made()).as("missing and damaged ones").isEqualTo((all + 2) / 3 + (all + 1) / 3);
    }

    /** A grid that grows keeps its old points; another seed, duration or cost makes other runs. */
    @Test
    void aRunIsKnownByWhatItIsAFunctionOf() {
        Overrides base = Overrides.NONE.set("run.duration", "100 ms").set("run.warm-up", "0 s").set("run.replications", "1")
                .set("guests.load.workload", "cpu-batch").only("native").only("hyper-v-2008");
        Memory memory = new Memory();
        run(experiment(base.vary("guests.load.count", "2, 1")), memory);
        assertThat(memory.made()).isEqualTo(4);
        run(experiment(base.vary("guests.load.count", "1, 2, 3").set("run.replications", "2")), memory);
        assertThat(memory.made()).isEqualTo(8);
        for (Overrides other : new Overrides[] {
            base.seed(43), base.set("run.duration", "101 ms"), base.set("run.warm-up", "1 ms"),
            base.set("machine.clock", "2 GHz"), base.set("guests.load.memory", "513 MiB"),
            base.set("guests.load.workload.think", "1 ms")
        }) {
            run(experiment(other.set("guests.load.count", "1")), memory);
            assertThat(memory.made()).as(other.toString()).isEqualTo(2);
        }
        run(experiment(base.set("guests.load.count", "1").set("platforms.hyper-v-2008.costs.handle-msr-access.value", "1001 cycles")), memory);
        assertThat(memory.made()).as("native is as it was").isEqualTo(1);
    }
}
