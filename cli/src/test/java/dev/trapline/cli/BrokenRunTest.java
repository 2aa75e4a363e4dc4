package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Component;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scheduler.SchedulerFactory;
import dev.trapline.scheduler.Schedulers;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Scheduling;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that breaks down, here because its scheduler does, is told in one sentence. */
final class BrokenRunTest {
    private static final Component<SchedulerFactory> BREAKS =
            new Component<>("breaks", "Breaks when it is first asked.", "", List.of(), values -> processors -> new Breaking());

    @TempDir
    private Path folder;

    @Test
    void aRunThatBreaksDownSaysOneSentence() throws IOException {
        Path file = TinyScenario.copiedTo(folder, "", "");
        Path platform = folder.resolve("tiny-native.yaml");
        Files.writeString(platform, Files.readString(platform)
                .replace("scheduler: { type: round-robin, quantum: 1 ms }", "scheduler: { type: breaks }"));
        Vocabulary vocabulary = Vocabulary.standard().with(Schedulers.standard().with(BREAKS));
        ScenarioFile scenario =
                ScenarioReader.standard(vocabulary).read(file, Overrides.NONE.quickly()).value();
        ScenarioRunner runner =
                new ScenarioRunner(vocabulary, 1, Invocation.PIPE, new PrintWriter(new StringWriter(), true));
        assertThatThrownBy(() -> runner.run(scenario))
                .isInstanceOf(FailedRunException.class)
                .hasMessageStartingWith("tiny failed: tiny-native")
                .hasMessageEndingWith("nobody is next");
    }

    /** Takes contexts, and has none to run. */
    private static final class Breaking implements Scheduling {
        @Override
        public void admit(Context context) {}

        @Override
        public void start() {}

        @Override
        public void wake(Context context) {
            throw new IllegalStateException("nobody is next");
        }

        @Override
        public void block(Context context, Core core) {}

        @Override
        public void requeue(Context context, Core core) {}

        @Override
        public Context next(Core core) {
            return null;
        }

        @Override
        public long slice(Context context, Core core) {
            return 1;
        }
    }
}
