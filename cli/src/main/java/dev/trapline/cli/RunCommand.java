package dev.trapline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenarios, prints the verdict and writes a result folder for each. */
@Command(name = "run", description = "Run scenarios and write their results and reports.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario files, or names of the gallery.")
    private List<String> files;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/SCENARIO).")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Seed instead of the scenario's.")
    private Long seed;

    @Option(names = "--draws", paramLabel = "N", description = "Draws of the uncertain costs.")
    private Integer draws;

    @Option(names = "--platform", paramLabel = "P", description = "Only this platform; may be repeated.")
    private List<String> platforms;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change one value of the scenario; may be repeated.")
    private Map<String, String> values;

    @Option(names = "--vary", paramLabel = "PATH=A,B,C", description = "Vary one value of the scenario; may be repeated.")
    private Map<String, String> varied;

    @Option(names = "--quick", description = "3 replications and a fifth of the time, marked as such.")
    private boolean quick;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: one per core).")
    private Integer threads;

    @Option(names = "--json", description = "Print results as JSON instead of the table.")
    private boolean json;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("trapline run: not yet");
        return ExitCode.FAILED;
    }
}
