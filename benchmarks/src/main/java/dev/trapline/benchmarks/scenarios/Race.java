package dev.trapline.benchmarks.scenarios;

import com.sun.management.OperatingSystemMXBean;
import dev.trapline.platform.Vocabulary;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.RunSettings;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;

/**
 * One round of a scenario, of {@code benchmarks/compare}, which compiles this class with {@link PlatformEfforts} and {@link
 * Effort} against the classes of another commit as well: they use nothing that older commits do not have. Argument: the
 * scenario.
 *
 * <p>Prints tab-separated: for each platform what {@link Effort#line()} has, with the times of {@code --quick}, after a tenth
 * of that for the compiler, and once more until two seconds were run; {@code process}: seconds of processor time of all
 * threads so far; {@code results}: the fingerprint of that tenth.
 */
public final class Race {
    private static final int WARM_UP_PART = 10;
    private static final double LEAST_SECONDS = 2;

    private Race() {}

    public static void main(String[] scenario) {
        Vocabulary vocabulary = Vocabulary.standard();
        Experiment experiment =
                ScenarioReader.standard(vocabulary).read(scenario[0], Overrides.NONE.quickly()).value().experiment();
        String results =
                new Laboratory(vocabulary, 1, Progress.NONE).run(shortened(experiment), "race").fingerprints().results();
        Map<String, Effort> efforts;
        double seconds = 0;
        do {
            efforts = PlatformEfforts.of(experiment, vocabulary);
            seconds += PlatformEfforts.sum(efforts).seconds();
        } while (!efforts.isEmpty() && seconds < LEAST_SECONDS);
        efforts.forEach((platform, effort) -> System.out.println(platform + "\t" + effort.line()));
        long nanos = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        System.out.printf(Locale.ROOT, "process\t%.3f%n", nanos / 1e9);
        System.out.println("results\t" + results);
    }

    private static Experiment shortened(Experiment experiment) {
        RunSettings quick = experiment.settings();
        RunSettings settings = new RunSettings(
                quick.seed(), quick.durationPicos() / WARM_UP_PART, quick.warmUpPicos() / WARM_UP_PART, 1, quick.confidence(),
                true, 0);
        return new Experiment(
                experiment.name(), experiment.question(), experiment.points(), experiment.axes(), settings, experiment.sources(),
                experiment.scenarioHash(), experiment.catalogueHash(), experiment.resolvedText(), experiment.ignoreLimits());
    }
}
