package dev.trapline.benchmarks.fingerprints;

import dev.trapline.platform.Limits;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.FinishedRuns;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs scenarios for their fingerprints: short ones of each cell, and whole ones. */
public final class FingerprintRuns {
    /** Of a grid so many points are run, evenly spread, beginning with the first. */
    private static final int POINTS = 3;

    /** Two replications: the second begins with other draws, and figures have intervals. */
    private static final int REPLICATIONS = 2;

    /** Cells of a scenario are run for so long, and four times as long until all of them together have so many events. */
    private static final long LEAST_MILLIS = 50;

    private static final long LEAST_EVENTS = 200_000;
    private static final long PICOS_PER_MILLI = 1_000_000_000L;

    private final Vocabulary vocabulary = Vocabulary.standard();
    private final ScenarioReader reader = ScenarioReader.standard(vocabulary);

    /** All scenarios of the gallery, of published experiments and of phenomena. */
    public List<String> names() {
        return Stream.of("gallery", "published", "phenomena").flatMap(folder -> names(folder).stream()).toList();
    }

    public List<String> names(String folder) {
        return reader.names(folder);
    }

    /** Cells of a scenario, and what is said of all of them, run for so long; empty: for as long as shows something. */
    List<Seen> shortened(String name, Optional<Long> millis) {
        Experiment experiment = quick(name);
        long tried = millis.orElse(LEAST_MILLIS);
        List<Seen> seen = shortened(experiment, name, tried);
        long most = experiment.settings().durationPicos();
        while (millis.isEmpty() && tried * PICOS_PER_MILLI < most && events(seen) < LEAST_EVENTS) {
            tried *= 4;
            seen = shortened(experiment, name, tried);
        }
        return seen;
    }

    /** One platform at one point alone. */
    Seen shortened(Cell cell, long millis) {
        Experiment experiment = quick(cell.scenario());
        RunSettings settings = settings(experiment.settings(), millis);
        PointSpec point = experiment.points().get(Integer.parseInt(cell.point()));
        PlatformSpec platform =
                point.platforms().stream().filter(each -> each.fullName().equals(cell.platform())).findFirst().orElseThrow();
        return Seen.of(cell, millis, run(with(experiment, List.of(only(point, platform)), settings), FinishedRuns.NONE));
    }

    /** The whole of what {@link #once} gives. */
    public Seen whole(Experiment experiment) {
        long millis = experiment.settings().durationPicos() / PICOS_PER_MILLI;
        return Seen.of(new Cell(experiment.name(), Cell.QUICK, Cell.ALL), millis, run(experiment, FinishedRuns.NONE));
    }

    /** A scenario, each platform at each point once, with quick times and costs as they are. */
    public Experiment once(String name) {
        Experiment experiment = quick(name);
        RunSettings quick = experiment.settings();
        RunSettings settings = new RunSettings(
                quick.seed(), quick.durationPicos(), quick.warmUpPicos(), 1, quick.confidence(), true, 0);
        return with(experiment, experiment.points(), settings);
    }

    private List<Seen> shortened(Experiment experiment, String name, long millis) {
        RunSettings settings = settings(experiment.settings(), millis);
        KeptInMemory kept = new KeptInMemory();
        List<PointSpec> points = sample(experiment.points());
        List<Seen> seen = new ArrayList<>();
        for (PointSpec point : points) {
            for (PlatformSpec platform : point.platforms()) {
                if (runs(experiment, point, platform)) {
                    Results results = run(with(experiment, List.of(only(point, platform)), settings), kept);
                    Cell cell = new Cell(name, Integer.toString(point.index()), platform.fullName());
                    seen.add(Seen.of(cell, millis, results));
                }
            }
        }
        Results compared = run(with(experiment, points, settings), kept);
        seen.add(Seen.of(new Cell(name, Cell.COMPARISON, Cell.ALL), millis, compared));
        return seen;
    }

    private Experiment quick(String name) {
        return reader.read(name, Overrides.NONE.quickly()).value().experiment();
    }

    private Results run(Experiment experiment, FinishedRuns kept) {
        return new Laboratory(vocabulary, 1, Progress.NONE, kept).run(experiment, "fingerprints");
    }

    private boolean runs(Experiment experiment, PointSpec point, PlatformSpec platform) {
        return Limits.check(point, platform, vocabulary).stream()
                .allMatch(refusal -> refusal.violation().weight().runs(experiment.ignoreLimits()));
    }

    private static long events(List<Seen> seen) {
        return seen.stream().filter(each -> !each.cell().platform().equals(Cell.ALL)).mapToLong(Seen::events).sum();
    }

    private static List<PointSpec> sample(List<PointSpec> points) {
        int step = Math.max(1, points.size() / POINTS);
        return IntStream.range(0, Math.min(POINTS, points.size())).mapToObj(i -> points.get(i * step)).toList();
    }

    private static RunSettings settings(RunSettings quick, long millis) {
        long most = millis * PICOS_PER_MILLI;
        return new RunSettings(
                quick.seed(), Math.min(quick.durationPicos(), most), Math.min(quick.warmUpPicos(), most / 4), REPLICATIONS,
                quick.confidence(), true, 0);
    }

    private static PointSpec only(PointSpec point, PlatformSpec platform) {
        return new PointSpec(point.index(), point.at(), point.hosts(), point.networkPicos(), List.of(platform), point.guests());
    }

    /** With these points and settings, and no limit that is searched. */
    private static Experiment with(Experiment experiment, List<PointSpec> points, RunSettings settings) {
        Experiment fewer = experiment.only(points);
        return new Experiment(
                fewer.name(), fewer.question(), fewer.points(), fewer.axes(), settings, fewer.sources(), fewer.scenarioHash(),
                fewer.catalogueHash(), fewer.resolvedText(), fewer.ignoreLimits());
    }
}
