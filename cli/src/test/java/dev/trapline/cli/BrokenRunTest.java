package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Component;
import dev.trapline.platform.Vocabulary;
import dev.trapline.run.AnalyticTwin;
import dev.trapline.run.Twin;
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

    private static final Vocabulary VOCABULARY =
            Vocabulary.standard().with(Schedulers.standard().with(BREAKS));

    @TempDir
    private Path folder;

    @Test
    void aRunThatBreaksDownSaysOneSentence() throws IOException {
        ScenarioFile scenario = broken();
        ScenarioRunner runner =
                new ScenarioRunner(VOCABULARY, 1, Invocation.PIPE, new PrintWriter(new StringWriter(), true));
        assertThatThrownBy(() -> runner.run(scenario))
                .isInstanceOf(FailedRunException.class)
                .hasMessageStartingWith("tiny failed: tiny-native")
                .hasMessageEndingWith("nobody is next");
    }

    /** Formulas come after the simulation, the results of which are to be written whatever becomes of them. */
    @Test
    void formulasThatBreakDownSayWhyAndLeaveTheOthers() throws IOException {
        List<Twin> twins = new AnalyticTwin(VOCABULARY, 1).solve(broken().experiment());
        assertThat(twins).anyMatch(twin -> twin.bounds().isPresent());
        assertThat(twins).filteredOn(twin -> twin.platform().equals("tiny-native"))
                .isNotEmpty()
                .allMatch(twin -> twin.bounds().isEmpty() && !twin.row().bounded())
                .allMatch(twin -> twin.reasons().get(0).matches("asking .* broke down: .*nobody is next"));
    }

    private ScenarioFile broken() throws IOException {
        Path file = TinyScenario.copiedTo(folder, "", "");
        Path platform = folder.resolve("tiny-native.yaml");
        Files.writeString(platform, Files.readString(platform)
                .replace("scheduler: { type: round-robin, quantum: 1 ms }", "scheduler: { type: breaks }"));
        return ScenarioReader.standard(VOCABULARY).read(file, Overrides.NONE.quickly()).value();
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
