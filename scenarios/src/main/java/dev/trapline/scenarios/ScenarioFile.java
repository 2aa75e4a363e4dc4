package dev.trapline.scenarios;

import dev.trapline.scenarios.expect.Expectations;
import dev.trapline.spec.Experiment;

/** A scenario, read: what to run, and what to expect of it. */
public record ScenarioFile(String file, Experiment experiment, Expectations expectations) {

    /** The scenario's name as the name of a folder: letters, digits, dots and dashes alone. */
    public String folderName() {
        String safe = experiment.name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return safe.isEmpty() ? "scenario" : safe;
    }
}
