package dev.trapline.cli;

import dev.trapline.scenarios.Overrides.Assignment;
import java.util.List;
import picocli.CommandLine.Option;

/** What a command line takes of a scenario's platforms and changes of its values. */
final class Selection {
    @Option(names = "--platform", paramLabel = "P", description = "Only this platform; may be repeated.")
    private List<String> platforms = List.of();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            converter = AssignmentConverter.class,
            description = "Change one value of the scenario; may be repeated.")
    private List<Assignment> values = List.of();

    List<String> platforms() {
        return platforms;
    }

    List<Assignment> values() {
        return values;
    }
}
