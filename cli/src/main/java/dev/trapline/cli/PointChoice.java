package dev.trapline.cli;

import dev.trapline.scenarios.Overrides.Assignment;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PointSpec;
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

    /** What was to be left, what is, and what there is to choose from. */
    BadInputException refused(String wanted) {
        String choice = experiment.axes().entrySet().stream()
                .map(axis -> axis.getKey() + "=" + String.join("|", axis.getValue()))
                .collect(Collectors.joining(" "));
        return new BadInputException(List.of("--point: must leave " + wanted + ", leaves " + points().size() + " of "
                + experiment.points().size() + "; there are " + choice));
    }
}
