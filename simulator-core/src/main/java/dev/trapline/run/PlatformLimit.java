package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.measure.LimitSearch;
import dev.trapline.measure.Looks;
import dev.trapline.result.Results;
import dev.trapline.spec.ObjectiveSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The search for the limit of one platform in one setting. A value is looked at with the scenario's replications, and while
 * they do not decide it with twice as many, up to a maximum. Replications have the same numbers everywhere, so that all values
 * and platforms see the same arrivals and demands.
 */
final class PlatformLimit {
    /** One value of the objective's path. */
    private record Stop(PointSpec point, PlatformSpec platform) {}

    private final PlatformSpec platform;
    private final ObjectiveSpec objective;
    private final RunSettings settings;
    private final String setting;
    private final TreeMap<Long, Stop> stops = new TreeMap<>();
    private final Optional<Results.Unsupported> refusal;
    private final long most;
    private final Looks looks;
    private final LimitSearch search;
    private final double decisive;
    private final List<Results.Visit> visits = new ArrayList<>();
    private final Map<Integer, Cell> cells = new TreeMap<>();
    private final TreeMap<Long, RunSettings> runs = new TreeMap<>();
    private final List<Observation> gathered = new ArrayList<>();
    private long at;
    private boolean over;
    private int made;
    private RunSettings run;
    private String warmUp = "";
    private long picos;

    /**
     * A search that has not begun.
     *
     * @param setting the values of the other axes in words
     * @param tasks the platform at each value at which it is supported
     * @param refusals of it in the setting, of any value
     */
    PlatformLimit(
            ObjectiveSpec objective,
            RunSettings settings,
            String setting,
            List<Laboratory.Task> tasks,
            List<Results.Unsupported> refusals,
            PlatformSpec platform) {
        this.objective = objective;
        this.settings = settings;
        this.setting = setting;
        this.platform = platform;
        tasks.forEach(task -> stops.put(value(task.point(), objective), new Stop(task.point(), task.platform())));
        long supported = objective.least() - 1;
        while (stops.containsKey(supported + 1)) {
            supported++;
        }
        most = supported;
        refusal = most == objective.most() ? Optional.empty() : refusals.stream().filter(row -> !row.ran()).findFirst();
        over = most < objective.least();
        search = new LimitSearch(objective.least(), Math.max(objective.least(), most));
        looks = new Looks(settings.replications(), objective.mostReplications());
        decisive = LimitSearch.decisive(
                settings.confidence(),
                LimitSearch.mostVisits(objective.least(), objective.most()),
                looks.count(),
                objective.constraints().size());
        goOn();
    }

    static long value(PointSpec point, ObjectiveSpec objective) {
        return Long.parseLong(point.at().get(objective.path()));
    }

    private void goOn() {
        over = over || search.next().isEmpty();
        at = over ? -1 : search.next().orElseThrow();
        made = 0;
        run = null;
        gathered.clear();
    }

    boolean isOver() {
        return over;
    }

    private Laboratory.Task task(int number) {
        Stop stop = stops.get(at);
        return new Laboratory.Task(stop.point(), stop.platform(), number);
    }

    /** What is looked at for the first time, and may need a warm-up of its own. */
    Optional<Laboratory.Task> fresh() {
        return run == null && !over ? Optional.of(task(0)) : Optional.empty();
    }

    /** Tells the warm-up of what is fresh. */
    void warmUp(WarmUps warmUps) {
        PointSpec point = stops.get(at).point();
        run = warmUps.at(point);
        runs.put(at, run);
        warmUp = warmUps.words(point);
        picos += settings.warmUpByItself() && !warmUp.isEmpty() ? settings.replications() * settings.durationPicos() : 0;
    }

    /** How the present value is run. */
    RunSettings run() {
        return run;
    }

    /** The replications that are due. */
    List<Laboratory.Task> due() {
        List<Laboratory.Task> due = new ArrayList<>();
        for (int number = made; number < looks.after(made) && !over; number++) {
            due.add(task(number));
        }
        return due;
    }

    void add(Observation observation) {
        gathered.add(observation);
        made++;
        picos += run.warmUpPicos() + run.durationPicos();
    }

    /** Decides about the present value with what was gathered, and goes on to the next; or asks for more. */
    void decide() {
        Stop stop = stops.get(at);
        Cell cell = new Cell(stop.point(), stop.platform(), gathered);
        ConstraintCheck check = ConstraintCheck.of(cell, objective.constraints(), decisive);
        if (!check.finding().isDecided() && looks.after(made) > made) {
            return;
        }
        cell.say("warm-up", warmUp);
        cells.put(stop.point().index(), cell);
        visits.add(visit(stop.point(), check));
        search.found(at, check.finding());
        goOn();
    }

    private Results.Visit visit(PointSpec point, ConstraintCheck check) {
        return new Results.Visit(
                at,
                point.index(),
                made,
                check.finding().words(),
                check.constraint().text(),
                check.constraint().name(),
                check.constraint().unit(),
                check.figure().isPresent(),
                check.figure().map(figure -> figure.mean()).orElse(0.0),
                check.figure().map(figure -> figure.low()).orElse(0.0),
                check.figure().map(figure -> figure.high()).orElse(0.0),
                check.limitedBy());
    }

    /** Whether anything was run; else the platform supports none of the values. */
    boolean isRefused() {
        return visits.isEmpty();
    }

    long least() {
        return objective.least();
    }

    /** The largest value that is supported. */
    long most() {
        return most;
    }

    /** The limit, of a search that is over. */
    long value() {
        return search.value();
    }

    PointSpec point(long value) {
        return stops.get(value).point();
    }

    /** The same platform at a point of which costs have changed. */
    PlatformSpec platformAt(PointSpec point) {
        return point.platforms().stream()
                .filter(each -> each.fullName().equals(platform.fullName()))
                .findFirst()
                .orElseThrow();
    }

    /** How a value is run: as it was in the search, else as the one next to it was, the greater of two. */
    RunSettings runNear(long value) {
        Long below = runs.floorKey(value);
        Long above = runs.ceilingKey(value);
        boolean upper = below == null || above != null && above - value <= value - below;
        return runs.get(upper ? above : below);
    }

    /** How a point was run, if it was. */
    Optional<RunSettings> run(PointSpec point) {
        return cells.containsKey(point.index()) ? Optional.of(runs.get(value(point, objective))) : Optional.empty();
    }

    /** Whether a cell keeps all constraints, as it seems. */
    boolean isKept(Cell cell) {
        return ConstraintCheck.of(cell, objective.constraints(), decisive).finding().isKept();
    }

    /** What was run, by number of the point. */
    Map<Integer, Cell> cells() {
        return cells;
    }

    /** @param drawn what the limit is over draws of costs; empty without */
    Results.Limit limit(Optional<Results.DrawRange> drawn) {
        boolean refused = visits.isEmpty();
        long value = refused ? objective.least() - 1 : search.value();
        long high = refused ? value : search.high();
        Optional<Results.Visit> beyond = visits.stream().filter(visit -> visit.at() == value + 1).findFirst();
        Results.Limit limit = new Results.Limit(
                platform.label(),
                platform.variant(),
                setting,
                objective.path(),
                objective.path().substring(objective.path().lastIndexOf('.') + 1),
                objective.least(),
                objective.most(),
                outcome(refused, value, beyond),
                value,
                refused ? value : search.low(),
                high,
                settings.confidence(),
                beyond.map(Results.Visit::constraint).or(() -> refusal.map(Results.Unsupported::rule)).orElse(""),
                beyond.map(Results.Visit::limitedBy).orElse(""),
                (double) picos / Time.PICOS_PER_SECOND,
                (double) grid() / Time.PICOS_PER_SECOND,
                "",
                List.copyOf(visits));
        return LimitSentence.complete(limit, title(), beyond, refusal.map(Results.Unsupported::sentence), drawn);
    }

    private String title() {
        return platform.title() + (platform.variant().isEmpty() ? "" : " (" + platform.variant() + ")");
    }

    private String outcome(boolean refused, long value, Optional<Results.Visit> beyond) {
        if (refused) {
            return "refused";
        }
        if (beyond.isPresent()) {
            return value < objective.least() ? "none" : "found";
        }
        return refusal.isPresent() ? "supported" : "all";
    }

    /** The simulated time of all values that are supported, with pilots as long as the runs where there are any. */
    private long grid() {
        long once = settings.durationPicos() * (settings.warmUpByItself() ? 2 : 1) + settings.warmUpPicos();
        return stops.size() * once * settings.replications();
    }
}
