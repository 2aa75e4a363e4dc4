package dev.trapline.run;

import dev.trapline.measure.Replications;
import dev.trapline.platform.Limits;
import dev.trapline.platform.Refusal;
import dev.trapline.platform.Violation;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Runs an experiment: every platform at every point as often as asked, on as many threads as given, and what follows from
 * that. Results are the same for any number of threads: each run is a pure function of its place in the experiment.
 */
public final class Laboratory {
    private final Vocabulary vocabulary;
    private final Workforce workforce;
    private final Progress progress;
    private final KeptRuns kept;

    public Laboratory(Vocabulary vocabulary, int threads, Progress progress) {
        this(vocabulary, threads, progress, FinishedRuns.NONE);
    }

    /**
     * One that can be broken off and continued.
     *
     * @param finished where it looks for runs that it need not make, and keeps those that it made
     */
    public Laboratory(Vocabulary vocabulary, int threads, Progress progress, FinishedRuns finished) {
        this.vocabulary = vocabulary;
        this.workforce = new Workforce(threads);
        this.progress = progress;
        this.kept = new KeptRuns(finished);
    }

    /**
     * One platform at one point, with how often and with which costs it is run. Known by its place in the experiment: to compare
     * all that is said of a point takes longer than a short run.
     */
    record Task(PointSpec point, PlatformSpec platform, int number) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Task task
                    && point.index() == task.point.index()
                    && platform.fullName().equals(task.platform.fullName())
                    && number == task.number;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * point.index() + platform.fullName().hashCode()) + number;
        }
    }

    /**
     * Runs all of it.
     *
     * @param version of the program, to stand in the results
     */
    public Results run(Experiment experiment, String version) {
        RunSettings settings = experiment.settings();
        List<Results.Unsupported> unsupported = new ArrayList<>();
        List<Task> planned = new ArrayList<>();
        for (PointSpec point : experiment.points()) {
            for (PlatformSpec platform : supported(experiment, point, unsupported)) {
                planned.add(new Task(point, platform, 0));
            }
        }
        if (experiment.objective().isPresent()) {
            return searched(experiment, version, planned, unsupported);
        }
        Grid grid = new Grid(experiment);
        Tally tally = new Tally(planned.size() * settings.replications(), progress);
        WarmUps warmUps = warmUps(planned, settings, tally);
        Cells cells = new Cells(cells(planned, settings, warmUps, tally));
        Survivals survivals = draws(grid, cells, settings, task -> warmUps.at(task.point()), tally);
        return new ResultWriter(experiment, version, grid, cells, survivals, unsupported, tally.events()).write();
    }

    /** Runs of the grid what the searches of an objective ask for. */
    private Results searched(Experiment experiment, String version, List<Task> planned, List<Results.Unsupported> unsupported) {
        RunSettings settings = experiment.settings();
        Tally tally = new Tally(0, progress);
        LimitSearches searches = new LimitSearches(experiment, planned, unsupported);
        for (List<PlatformLimit> open = searches.open(); !open.isEmpty(); open = searches.open()) {
            round(open, settings, tally);
        }
        Cells cells = searches.cells();
        Experiment visited = experiment.only(visited(experiment.points(), cells));
        unsupported.removeIf(row -> visited.points().stream().noneMatch(point -> point.index() == row.point()));
        Grid grid = new Grid(visited);
        Survivals survivals = draws(
                grid, cells, settings, task -> searches.run(task.point(), task.platform()).orElseThrow(), tally);
        DrawnLimits drawn = drawnLimits(searches, settings, tally);
        return new ResultWriter(visited, version, grid, cells, survivals, unsupported, tally.events())
                .with(searches.limits(drawn), searches.ranges(drawn))
                .write();
    }

    /** Searches once more near each limit, with the costs of each draw. */
    private DrawnLimits drawnLimits(LimitSearches searches, RunSettings settings, Tally tally) {
        CostDraws costs = new CostDraws(settings.seed(), settings.draws());
        DrawnLimits drawn = new DrawnLimits(searches.found(), costs, settings.draws(), settings.replications());
        for (List<DrawnLimit.Due> due = drawn.due(); !due.isEmpty(); due = drawn.due()) {
            tally.more(due.size());
            run(
                    due,
                    DrawnLimit.Due::task,
                    one -> observed(one.task(), one.settings(), tally),
                    (one, seen) -> one.search().add(one.task(), seen));
        }
        return drawn;
    }

    /** The points at which some platform was run; the first if none was anywhere. */
    private static List<PointSpec> visited(List<PointSpec> points, Cells cells) {
        List<PointSpec> visited = points.stream().filter(cells::has).toList();
        return visited.isEmpty() ? points.subList(0, 1) : visited;
    }

    /** A run that a search asks for. */
    private record Due(Task task, PlatformLimit search) {}

    /** All runs that are due in several searches, at once. */
    private void round(List<PlatformLimit> open, RunSettings settings, Tally tally) {
        List<Task> fresh = open.stream().flatMap(search -> search.fresh().stream()).toList();
        WarmUps warmUps = warmUps(fresh, settings, tally);
        open.stream().filter(search -> search.fresh().isPresent()).forEach(search -> search.warmUp(warmUps));
        List<Due> due = new ArrayList<>();
        open.forEach(search -> search.due().forEach(task -> due.add(new Due(task, search))));
        tally.more(due.size());
        run(due, Due::task, one -> observed(one.task(), one.search().run(), tally), (one, seen) -> one.search().add(seen));
        open.forEach(PlatformLimit::decide);
    }

    private List<PlatformSpec> supported(
            Experiment experiment, PointSpec point, List<Results.Unsupported> unsupported) {
        List<PlatformSpec> supported = new ArrayList<>();
        for (PlatformSpec platform : point.platforms()) {
            List<Refusal> refusals = Limits.check(point, platform, vocabulary);
            boolean runs = refusals.stream().allMatch(refusal -> refusal.violation().weight().runs(experiment.ignoreLimits()));
            for (Refusal refusal : refusals) {
                Violation violation = refusal.violation();
                unsupported.add(new Results.Unsupported(
                        platform.label(),
                        point.index(),
                        violation.guest(),
                        violation.rule(),
                        violation.allowed(),
                        violation.asked(),
                        violation.source(),
                        refusal.sentence(),
                        runs));
            }
            if (runs) {
                supported.add(platform);
            }
        }
        return supported.stream().toList();
    }

    /** Pilot runs, where the scenario leaves the warm-up to them; a job that ends is looked at from its beginning. */
    private WarmUps warmUps(List<Task> planned, RunSettings settings, Tally tally) {
        WarmUps warmUps = new WarmUps(settings);
        if (!settings.warmUpByItself()) {
            return warmUps;
        }
        List<Task> pilots = planned.stream().filter(task -> !Replication.hasFixedJobs(task.point())).toList();
        List<Task> tasks = replicated(pilots, 0, settings.replications());
        tally.more(tasks.size());
        List<Pilot.Series> gathered = new ArrayList<>();
        run(
                tasks,
                task -> {
                    Pilot.Series seen = kept.pilot(task.point(), task.platform(), settings, task.number(), () ->
                            Pilot.run(task.point(), task.platform(), settings, task.number(), vocabulary));
                    tally.count(seen.events());
                    return seen;
                },
                (task, seen) -> {
                    gathered.add(seen);
                    if (gathered.size() == settings.replications()) {
                        warmUps.add(task.point(), task.platform().fullName(), gathered);
                        gathered.clear();
                    }
                });
        return warmUps;
    }

    private static List<Task> replicated(List<Task> cells, int from, int to) {
        List<Task> tasks = new ArrayList<>();
        for (Task task : cells) {
            for (int number = from; number < to; number++) {
                tasks.add(new Task(task.point(), task.platform(), number));
            }
        }
        return tasks;
    }

    /** Cells of one point have equally many replications, so that they can be paired. */
    private List<Cell> cells(List<Task> planned, RunSettings settings, WarmUps warmUps, Tally tally) {
        Map<Task, List<Observation>> kept = new LinkedHashMap<>();
        Map<Task, Cell> cells = new LinkedHashMap<>();
        List<Task> wanted = planned;
        int made = 0;
        int due = settings.replications();
        while (!wanted.isEmpty()) {
            int enough = due;
            run(replicated(wanted, made, due), task -> observed(task, warmUps, tally), (task, observation) -> {
                Task cell = new Task(task.point(), task.platform(), 0);
                List<Observation> gathered = kept.computeIfAbsent(cell, absent -> new ArrayList<>());
                gathered.add(observation);
                if (gathered.size() == enough) {
                    cells.put(cell, new Cell(cell.point(), cell.platform(), gathered));
                    if (settings.precision().isEmpty()) {
                        kept.remove(cell);
                    }
                }
            });
            made = due;
            wanted = wantMore(planned, cells, settings, made);
            due = wanted.isEmpty() ? due : Exactness.next(made, settings.precision().orElseThrow());
            tally.more(wanted.size() * (due - made));
        }
        cells.values().forEach(cell -> say(cell, settings, warmUps));
        return new ArrayList<>(cells.values());
    }

    private static void say(Cell cell, RunSettings settings, WarmUps warmUps) {
        if (settings.warmUpByItself()) {
            cell.say("warm-up", warmUps.words(cell.point()));
        }
        if (settings.precision().isPresent()) {
            cell.say("precision", Exactness.words(cell, settings));
        }
    }

    /** All cells of the points at which some cell is not known well enough; only those that had their turn so far go on. */
    private static List<Task> wantMore(List<Task> planned, Map<Task, Cell> cells, RunSettings settings, int made) {
        if (settings.precision().isEmpty()) {
            return List.of();
        }
        List<Integer> points = cells.values().stream()
                .filter(cell -> cell.replications() == made && Exactness.wantsMore(cell, settings))
                .map(cell -> cell.point().index())
                .toList();
        return planned.stream().filter(task -> points.contains(task.point().index())).toList();
    }

    private Observation observed(Task task, WarmUps warmUps, Tally tally) {
        return observed(task, warmUps.at(task.point()), tally);
    }

    private Observation observed(Task task, RunSettings settings, Tally tally) {
        Observation observation = kept.observation(task.point(), task.platform(), settings, task.number(), () ->
                Replication.run(task.point(), task.platform(), settings, task.number(), vocabulary));
        tally.count(observation.events());
        return observation;
    }

    private <T> void run(List<Task> tasks, Function<Task, T> work, BiConsumer<Task, T> done) {
        run(tasks, task -> task, work, done);
    }

    /** The same for what has a task. */
    private <S, T> void run(List<S> all, Function<S, Task> task, Function<S, T> work, BiConsumer<S, T> done) {
        workforce.run(all, work, done, each -> task.apply(each).platform().fullName() + " at " + task.apply(each).point().at());
    }

    /** At the deciding points, one replication for each draw of the uncertain costs. */
    private Survivals draws(
            Grid grid, Cells cells, RunSettings settings, Function<Task, RunSettings> runs, Tally tally) {
        Survivals survivals = new Survivals();
        if (settings.draws() == 0) {
            return survivals;
        }
        CostDraws draws = new CostDraws(settings.seed(), settings.draws());
        Map<Integer, PointSpec> deciding = deciding(grid, cells, settings);
        List<Task> tasks = new ArrayList<>();
        for (PointSpec nominal : deciding.values()) {
            for (int draw = 0; draw < settings.draws(); draw++) {
                for (PlatformSpec platform : draws.apply(nominal, draw).platforms()) {
                    if (cells.at(nominal, platform).isPresent()) {
                        tasks.add(new Task(draws.apply(nominal, draw), platform, draw));
                    }
                }
            }
        }
        tally.more(tasks.size());
        List<Observation> observations = new ArrayList<>();
        run(tasks, task -> drawn(task, cells, runs, tally), (task, observation) -> {
            observations.add(observation);
            survivals.add(cells.at(task.point(), task.platform()).orElseThrow(), task.number(), observation);
        });
        compare(tasks, observations, survivals);
        return survivals;
    }

    /** A draw is run as one of the replications, so that it differs from that one by its costs alone. */
    private Observation drawn(Task task, Cells cells, Function<Task, RunSettings> runs, Tally tally) {
        int replications = cells.at(task.point(), task.platform()).orElseThrow().replications();
        int replication = DrawRanges.replication(task.number(), replications);
        return observed(new Task(task.point(), task.platform(), replication), runs.apply(task), tally);
    }

    private static Map<Integer, PointSpec> deciding(Grid grid, Cells cells, RunSettings settings) {
        Verdicts verdicts = new Verdicts(grid, cells, new Comparisons(cells, settings.confidence()), new Survivals());
        Map<Integer, PointSpec> deciding = new LinkedHashMap<>();
        for (List<PointSpec> points : grid.settings().values()) {
            for (String label : cells.judged()) {
                verdicts.deciding(points, label).ifPresent(point -> deciding.put(point.index(), point));
            }
        }
        return deciding;
    }

    private static void compare(List<Task> tasks, List<Observation> observations, Survivals survivals) {
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            Optional<Observation> reference = reference(task, tasks, observations);
            if (reference.isEmpty() || task.platform().isNative()) {
                continue;
            }
            for (GuestSpec guest : task.point().guests()) {
                String metric = Verdicts.metric(guest);
                double own = value(observations.get(i), guest, metric);
                double other = value(reference.get(), guest, metric);
                if (other > 0) {
                    survivals.add(
                            new Survivals.Key(
                                    task.point().index(), task.platform().label(), task.platform().variant(), guest.name(), metric),
                            own / other);
                }
            }
        }
    }

    private static Optional<Observation> reference(Task task, List<Task> tasks, List<Observation> observations) {
        for (int i = 0; i < tasks.size(); i++) {
            Task other = tasks.get(i);
            if (other.platform().isNative() && other.number() == task.number() && other.point().index() == task.point().index()) {
                return Optional.of(observations.get(i));
            }
        }
        return Optional.empty();
    }

    private static double value(Observation observation, GuestSpec guest, String metric) {
        return observation.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().guest().equals(guest.name()) && entry.getKey().metric().equals(metric))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElse(0);
    }
}
