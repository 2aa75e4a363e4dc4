package dev.trapline.cli;

import dev.trapline.cli.print.ComparisonLines;
import dev.trapline.reports.ForeignFolderException;
import dev.trapline.reports.ResultComparisonReport;
import dev.trapline.reports.ResultFiles;
import dev.trapline.reports.UnreadableResultsException;
import dev.trapline.result.ResultComparison;
import dev.trapline.result.Results;
import dev.trapline.run.ResultComparer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares two results: of two versions, two scenarios, two catalogues. */
@Command(
        name = "compare",
        description = "Compare two results: what changed, which figures are better or worse.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(index = "0", paramLabel = "A", description = "results.json, or the folder that holds it: the reference.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "results.json, or the folder that holds it.")
    private Path second;

    @Option(
            names = "--fail-on",
            paramLabel = "worse[:5%]",
            converter = FailOn.Converter.class,
            description = "Exit with 3 if a figure is shown to be worse, by more than so much.")
    private FailOn failOn;

    @Option(names = "--all", description = "Print also the figures that show no difference.")
    private boolean all;

    @Option(names = "--json", description = "Print the comparison as JSON instead of the table.")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the comparison as a page too.")
    private Path report;

    @Override
    public Integer call() throws IOException {
        List<String> problems = new ArrayList<>();
        Results reference = read(first, problems);
        Results other = read(second, problems);
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        ResultComparison comparison = ResultComparer.compare(reference, other);
        if (comparison.rows().isEmpty()) {
            throw new BadInputException(List.of(first + ", " + second
                    + ": have no figure in common: no platform at a point with the same varied values and guests"));
        }
        writeReport(comparison);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(ResultFiles.toJson(comparison));
        } else {
            boolean coloured = trapline.terminal().coloured();
            ComparisonLines.of(comparison, first.toString(), second.toString(), all, coloured).forEach(out::println);
            if (report != null) {
                out.println();
                out.println(report);
            }
        }
        out.flush();
        return failOn != null && comparison.rows().stream().anyMatch(failOn::isMissedBy) ? ExitCode.MISSED : ExitCode.DONE;
    }

    private void writeReport(ResultComparison comparison) throws IOException {
        if (report != null) {
            try {
                ResultComparisonReport.write(comparison, first.toString(), second.toString(), report);
            } catch (ForeignFolderException foreign) {
                throw new BadInputException(List.of(foreign.getMessage()));
            }
        }
    }

    private static Results read(Path named, List<String> problems) throws IOException {
        Path file = Files.isDirectory(named) ? named.resolve("results.json") : named;
        if (!Files.isRegularFile(file)) {
            problems.add(file + ": is no file; name a results.json or the folder that holds it");
            return null;
        }
        try {
            return ResultFiles.read(file);
        } catch (UnreadableResultsException unfit) {
            problems.add(unfit.getMessage());
            return null;
        }
    }
}
