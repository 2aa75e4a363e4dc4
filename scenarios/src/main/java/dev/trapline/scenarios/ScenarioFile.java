package dev.trapline.scenarios;

import dev.trapline.scenarios.expect.Expectations;
import dev.trapline.spec.Experiment;

/**
 * A scenario, read: what to run, and what to expect of it.
 *
 * @param explanation of a phenomenon, in a paragraph; else empty
 * @param inTestSuite whether the phenomenon's quick run is one of the test suite
 */
public record ScenarioFile(
        String file, Experiment experiment, Expectations expectations, String explanation, boolean inTestSuite) {

    /** The scenario's name as the name of a folder: letters, digits, dots and dashes alone. */
    public String folderName() {
        String safe = experiment.name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return safe.isEmpty() ? "scenario" : safe;
    }
}
