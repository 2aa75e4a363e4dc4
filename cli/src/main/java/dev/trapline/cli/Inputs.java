package dev.trapline.cli;

import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that a command line names: all of them read, or all that is wrong with any of them said. */
final class Inputs {
    private Inputs() {}

    /**
     * Reads them; warnings go to standard error.
     *
     * @throws BadInputException with the problems of all
     */
    static List<ScenarioFile> read(ScenarioReader reader, List<String> names, Overrides overrides, PrintWriter err) {
        List<ScenarioFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            Outcome<ScenarioFile> outcome = reader.read(name, overrides);
            outcome.optional().ifPresent(files::add);
            problems.addAll(outcome.problems());
            outcome.warnings().forEach(warning -> err.println("warning: " + warning));
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems.stream().map(Problem::toString).distinct().toList());
        }
        return files;
    }
}
