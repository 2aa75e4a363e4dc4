package dev.trapline.cli;

import dev.trapline.scenarios.Overrides.Assignment;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which points of a scenario are meant, by varied values as typed. */
record PointChoice(Experiment experiment, List<Assignment> values) {

    /** All that have these values; none if no point has. */
    List<PointSpec> points() {
        return experiment.points().stream()
                .filter(point -> values.stream().allMatch(it -> it.text().equals(point.at().get(it.path()))))
                .toList();
    }

    /** Paths that are not varied and values that are not taken; if none is, what was to be left, what is, and the choice. */
    BadInputException refused(String wanted) {
        List<String> unknown = unknown();
        if (!unknown.isEmpty()) {
            return new BadInputException(unknown);
        }
        String choice = experiment.axes().entrySet().stream()
                .map(axis -> axis.getKey() + "=" + String.join("|", axis.getValue()))
                .collect(Collectors.joining(" "));
        return new BadInputException(List.of("--point: must leave " + wanted + ", leaves " + points().size() + " of "
                + experiment.points().size() + "; there are " + choice));
    }

    private List<String> unknown() {
        List<String> problems = new ArrayList<>();
        for (Assignment chosen : values) {
            List<String> there = experiment.axes().get(chosen.path());
            if (there == null) {
                problems.add("--point " + chosen.path() + ": is not varied; varied are "
                        + String.join(", ", experiment.axes().keySet())
                        + Wording.didYouMean(chosen.path(), experiment.axes().keySet()));
            } else if (!there.contains(chosen.text())) {
                problems.add("--point " + chosen.path() + ": takes the values " + String.join(", ", there) + ", got "
                        + Wording.quoted(chosen.text()) + Wording.didYouMean(chosen.text(), there));
            }
        }
        return problems;
    }
}
