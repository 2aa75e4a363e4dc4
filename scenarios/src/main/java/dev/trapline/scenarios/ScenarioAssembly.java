package dev.trapline.scenarios;

import dev.trapline.declare.Values;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CostNames;
import dev.trapline.scenarios.catalogue.Entry;
import dev.trapline.scenarios.check.Checker;
import dev.trapline.scenarios.check.PathEditor;
import dev.trapline.scenarios.check.PlainTree;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.scenarios.expect.Expectations;
import dev.trapline.scenarios.expect.Names;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Sha256;
import dev.trapline.scenarios.vary.Grid;
import dev.trapline.scenarios.vary.VaryShapes;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlWriter;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.HostSpec;
import dev.trapline.spec.ObjectiveSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps from one scenario's tree to an experiment: includes, what the command line changes, the check of the
 * scenario as it stands, and the check of each point of its grid.
 */
final class ScenarioAssembly {
    private final Catalogue catalogue;
    private final Overrides overrides;
    private final Problems problems;
    private final boolean published;
    private final boolean narrowed;
    private final boolean assembles;
    private final List<Problem> warnings = new ArrayList<>();

    /**
     * For one scenario.
     *
     * @param published whether it reruns a published experiment, so that all it expects must stand in a table
     * @param narrowed whether it may hold less than it once did, so that an expectation may have lost its subject
     * @param assembles whether platforms are assembled on trial
     */
    ScenarioAssembly(
            Catalogue catalogue,
            Overrides overrides,
            boolean published,
            boolean narrowed,
            boolean assembles,
            Problems problems) {
        this.catalogue = catalogue;
        this.overrides = overrides;
        this.published = published;
        this.narrowed = narrowed;
        this.assembles = assembles;
        this.problems = problems;
    }

    Outcome<ScenarioFile> read(Shelf folder, String file, Mapping tree) {
        Mapping merged = new Includes(folder, problems).merged(file, tree);
        // What is opened for a change is written out in the scenario, which then does not use the entry's file any more.
        Mapping scenario = new CommandLineChanges(catalogue.seenFrom(folder), problems).applied(overrides, merged);
        problems.addAll(catalogue.sourceProblems());
        Optional<Values> values = check(scenario);
        Optional<ScenarioFile> read = values.flatMap(checked -> expanded(folder.shown(file), scenario, checked));
        problems.addAll(catalogue.published().problemsSoFar());
        return read.isPresent() && problems.isEmpty() ? Outcome.of(read.get(), warnings) : Outcome.failed(problems.list());
    }

    private Optional<Values> check(Mapping scenario) {
        refuseEmpty(scenario, "platforms");
        refuseEmpty(scenario, "guests");
        refuseEmpty(scenario, "hosts");
        Checker checker = new Checker(
                catalogue.shapes().vocabulary().distributions(),
                catalogue,
                ScenarioShapes.rules(catalogue.sourceNames(), catalogue.published()),
                problems);
        Optional<Values> values = checker.check(ScenarioShapes.SCENARIO, scenario, "").map(Values.class::cast);
        int before = problems.count();
        values.ifPresent(checked -> new Placements(scenario, checked, problems).check());
        return problems.count() == before ? values : Optional.empty();
    }

    private void refuseEmpty(Mapping scenario, String key) {
        if (scenario.find(key).orElse(null) instanceof Sequence list && list.items().isEmpty()) {
            problems.add(list.place(), key, "needs at least one item");
        }
    }

    private Optional<ScenarioFile> expanded(String file, Mapping scenario, Values checked) {
        Values values = overrides.quick() ? PointFactory.quickScenario(checked) : checked;
        Grid varied = Grid.of(scenario, problems, warnings);
        Optional<ObjectiveSpec> objective = ObjectiveReader.read(scenario, values, problems);
        Grid grid = objective
                .map(wanted -> varied.with(wanted.path(), ObjectiveReader.axis(scenario, wanted), problems))
                .orElse(varied);
        if (!problems.isEmpty() || !pathsExist(scenario, grid)) {
            return Optional.empty();
        }
        List<PointSpec> points = points(scenario, grid);
        Expectations expectations = expectations(scenario, values, names(values, grid, points));
        return problems.isEmpty()
                ? Optional.of(new ScenarioFile(
                        file,
                        experiment(values.with("vary", listed(varied)), grid, points, objective),
                        expectations,
                        values.text("explanation", ""),
                        values.has("in-test-suite") && values.flag("in-test-suite")))
                : Optional.empty();
    }

    /** Each varied path by itself, so that every wrong one is named. */
    private boolean pathsExist(Mapping scenario, Grid grid) {
        grid.point(0).forEach((path, value) -> {
            Map<String, LocatedNode> needed = new LinkedHashMap<>(grid.point(0));
            needed.keySet().removeIf(other -> !path.equals(other) && !path.startsWith(other + "."));
            needed.remove(path);
            Optional<LocatedNode> prepared =
                    PathEditor.setAll(catalogue, ScenarioShapes.SCENARIO, scenario, needed, new Problems());
            prepared.ifPresent(tree -> PathEditor.set(
                    catalogue, ScenarioShapes.SCENARIO, tree, path, grid.place(path), value, problems));
        });
        return problems.isEmpty();
    }

    private List<PointSpec> points(Mapping scenario, Grid grid) {
        PointTrees trees = new PointTrees(catalogue, scenario.without("vary", "expect", "objective"), problems);
        List<PointSpec> points = new ArrayList<>();
        TrialAssembly trial = new TrialAssembly(catalogue.shapes().vocabulary(), problems);
        for (int index = 0; index < grid.size(); index++) {
            Map<String, LocatedNode> at = grid.point(index);
            Map<String, String> texts = new LinkedHashMap<>();
            at.forEach((path, value) -> texts.put(path, Grid.text(value)));
            Optional<Values> values = trees.at(at).flatMap(this::check);
            if (values.isPresent()) {
                PointSpec point = PointFactory.point(index, texts, values.get());
                checkCosts(point, values.get(), trial);
                points.add(point);
            }
        }
        return points;
    }

    private void checkCosts(PointSpec point, Values scenario, TrialAssembly trial) {
        for (Entry platform : scenario.list("platforms", Entry.class)) {
            List<?> specs = platform.spec(List.class);
            for (int variant = 0; variant < specs.size(); variant++) {
                Mapping tree = platform.variants().get(variant);
                PlatformSpec spec = (PlatformSpec) specs.get(variant);
                point.hosts().stream()
                        .filter(host -> host.platform().isEmpty())
                        .forEach(host -> checkCosts(point, host, spec, tree));
                if (assembles) {
                    trial.check(point, spec, tree.place());
                }
            }
        }
        for (Values host : scenario.list("hosts", Values.class)) {
            if (host.get("platform") instanceof Entry platform) {
                point.hosts().stream()
                        .filter(fixed -> fixed.name().equals(host.text("name")))
                        .forEach(fixed -> checkCosts(point, fixed, fixed.platform().orElseThrow(), platform.tree()));
            }
        }
    }

    private void checkCosts(PointSpec point, HostSpec host, PlatformSpec platform, Mapping tree) {
        point.guestsOn(host).forEach(guest -> CostNames.check(platform, tree, guest, host.machine(), problems));
    }

    private Expectations expectations(Mapping scenario, Values values, Names names) {
        List<Values> wanted = values.list("expect", Values.class);
        List<LocatedNode> written = scenario.find("expect").orElse(null) instanceof Sequence list ? list.items() : List.of();
        Expectations.Reader reader = new Expectations.Reader(catalogue.published(), names, problems);
        for (int i = 0; i < wanted.size(); i++) {
            if (published && !wanted.get(i).has("table")) {
                problems.add(
                        written.get(i).place(), "expect",
                        "missing key 'table': what a published experiment claims stands in data/published.yaml");
            }
            reader.add(wanted.get(i), written.get(i), narrowed);
        }
        warnings.addAll(reader.unjudged());
        return reader.expectations();
    }

    private static Names names(Values scenario, Grid grid, List<PointSpec> points) {
        Set<String> executors = new TreeSet<>();
        Set<String> natives = new TreeSet<>();
        Set<String> variants = new LinkedHashSet<>();
        for (PointSpec point : points) {
            point.allPlatforms().forEach(platform -> executors.addAll(platform.executors().keySet()));
            for (PlatformSpec platform : point.platforms()) {
                variants.add(platform.variant());
                if (platform.kind().equals("native")) {
                    natives.add(platform.label());
                }
            }
        }
        return new Names(
                scenario.list("guests", Values.class).stream().map(guest -> guest.text("name")).toList(),
                executors,
                scenario.list("platforms", Entry.class).stream().map(Entry::label).toList(),
                natives,
                List.copyOf(variants),
                grid.texts(),
                points.stream().map(PointSpec::at).toList());
    }

    /** What is varied, ranges and samples written out. */
    private Values listed(Grid grid) {
        return new Checker(catalogue.shapes().vocabulary().distributions(), catalogue, Rules.NONE, problems)
                .check(VaryShapes.VARY, grid.lists(), "vary")
                .map(Values.class::cast)
                .orElseThrow();
    }

    private Experiment experiment(Values values, Grid grid, List<PointSpec> points, Optional<ObjectiveSpec> objective) {
        String text = YamlWriter.write(new PlainTree(
                        catalogue.shapes().vocabulary().distributions(), held -> ((Entry) held).written())
                .of(ScenarioShapes.SCENARIO, values));
        return new Experiment(
                values.text("scenario"),
                values.text("question"),
                points,
                grid.texts(),
                PointFactory.settings(values.values("run"), overrides.quick()),
                catalogue.sources(),
                Sha256.of(text),
                Sha256.of(catalogue.usedText()),
                text,
                values.text("limits").equals("ignore"),
                objective);
    }
}
