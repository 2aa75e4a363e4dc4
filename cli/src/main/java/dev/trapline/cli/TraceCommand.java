package dev.trapline.cli;

import dev.trapline.engine.Time;
import dev.trapline.platform.Limits;
import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.FileNames;
import dev.trapline.reports.TraceFile;
import dev.trapline.run.Recording;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.Overrides.Assignment;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes down what happens in a window of one run, for a timeline viewer. */
@Command(
        name = "trace",
        description = "Write a timeline of a window of one run as Chrome trace events, which ui.perfetto.dev opens.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1", description = "Scenario file, or a name of the gallery.")
    private String file;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = QuantityConverter.OfTime.class,
            description = "Where the window begins, in simulated time since the run began (default: where the warm-up ends).")
    private Long from;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = QuantityConverter.OfTime.class,
            defaultValue = "50ms",
            description = "How long the window is (default: 50ms).")
    private long length;

    @Option(names = "--platform", paramLabel = "P", description = "Which platform; needed if there are several.")
    private String platform;

    @Option(
            names = "--point",
            paramLabel = "PATH=VALUE",
            converter = AssignmentConverter.class,
            description = "Which of the scenario's points, by a varied value; may be repeated.")
    private List<Assignment> values = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            converter = AssignmentConverter.class,
            description = "Change one value of the scenario; may be repeated.")
    private List<Assignment> changes = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed instead of the scenario's.")
    private Long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write (default: results/SCENARIO.PLATFORM.trace.json).")
    private Path out;

    @Option(
            names = "--limit",
            paramLabel = "SIZE",
            converter = QuantityConverter.OfBytes.class,
            defaultValue = "200MB",
            description = "The largest file that is written (default: 200MB).")
    private long limit;

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = Vocabulary.standard();
        Experiment experiment = scenario(vocabulary).experiment();
        PointSpec point = point(experiment);
        PlatformSpec chosen = platform(point);
        requireSupported(experiment, point, chosen, vocabulary);
        long begin = begin(experiment.settings());
        Path target = out == null
                ? Path.of("results", FileNames.safe(experiment.name()) + "." + FileNames.safe(chosen.fullName()) + ".trace.json")
                : out;
        Recording recording = new Recording(point, chosen, experiment.settings(), vocabulary);
        write(recording, begin, target, facts(experiment, point, chosen, begin));
        return ExitCode.DONE;
    }

    private ScenarioFile scenario(Vocabulary vocabulary) {
        Overrides overrides = new Overrides(
                changes,
                List.of(),
                List.of(),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                OptionalInt.empty(),
                false);
        return Inputs.read(
                        ScenarioReader.standard(vocabulary), List.of(file), overrides, spec.commandLine().getErr())
                .get(0);
    }

    private PointSpec point(Experiment experiment) {
        PointChoice choice = new PointChoice(experiment, values);
        if (choice.points().size() != 1) {
            throw choice.refused("one point");
        }
        return choice.points().get(0);
    }

    private PlatformSpec platform(PointSpec point) {
        List<PlatformSpec> fitting = point.platforms().stream()
                .filter(it -> platform == null || it.label().equals(platform) || it.fullName().equals(platform))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String choice = point.platforms().stream()
                .map(it -> it.variant().isEmpty() ? it.label() : "'" + it.fullName() + "'")
                .collect(Collectors.joining(", "));
        throw new BadInputException(
                List.of("--platform: must name one" + (platform == null ? "" : ", got '" + platform + "'") + "; there are "
                        + choice));
    }

    private static void requireSupported(
            Experiment experiment, PointSpec point, PlatformSpec platform, Vocabulary vocabulary) {
        List<String> refusals = Limits.check(point, platform, vocabulary).stream()
                .filter(refusal -> !refusal.violation().weight().runs(experiment.ignoreLimits()))
                .map(refusal -> platform.fullName() + ": " + refusal.sentence())
                .toList();
        if (!refusals.isEmpty()) {
            throw new BadInputException(refusals);
        }
    }

    private long begin(RunSettings settings) {
        long begin = from == null ? settings.warmUpPicos() : from;
        long end = settings.warmUpPicos() + settings.durationPicos();
        if (length == 0 || begin > end - length) {
            throw new BadInputException(List.of("--from, --for: the window must have a length and end within the run, which takes "
                    + Time.format(end) + ", got " + Time.format(begin) + " and " + Time.format(length)));
        }
        return begin;
    }

    private Map<String, String> facts(Experiment experiment, PointSpec point, PlatformSpec platform, long begin) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("trapline", Version.number());
        facts.put("scenario", experiment.name());
        facts.put("platform", platform.fullName());
        point.at().forEach(facts::put);
        facts.put("seed", Long.toString(experiment.settings().seed()));
        facts.put("from", Time.format(begin));
        facts.put("for", Time.format(length));
        return facts;
    }

    private void write(Recording recording, long begin, Path target, Map<String, String> facts) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (TraceFile trace = TraceFile.at(target, limit, facts)) {
            boolean finished = recording.takeDown(begin, begin + length, trace);
            trace.finish();
            if (finished) {
                err.println("warning: all jobs had ended before " + Time.format(begin) + ", so there is little to see");
            }
            spec.commandLine().getOut().println(target + "  " + trace.events() + " events, " + trace.bytes() / 1000 + " kB");
            spec.commandLine().getOut().flush();
        } catch (IllegalStateException | ArithmeticException broken) {
            throw broken.getCause() instanceof TraceFile.TooLargeException large
                    ? tooLarge(large, begin)
                    : new FailedRunException(spec.name() + " failed: " + broken.getMessage(), broken);
        } catch (TraceFile.TooLargeException large) {
            throw tooLarge(large, begin);
        }
    }

    private BadInputException tooLarge(TraceFile.TooLargeException large, long begin) {
        return new BadInputException(List.of("--limit: the timeline of " + Time.format(length) + " takes more than " + limit
                + " bytes, which are full after " + Time.format(large.picos() - begin)
                + "; ask for a shorter --for or a larger --limit; nothing was written"));
    }
}
