package dev.trapline.cli;

import dev.trapline.reports.ForeignFolderException;
import dev.trapline.reports.ReportFolder;
import dev.trapline.reports.ReportIndex;
import dev.trapline.reports.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a result folder once more, or a page that lists the runs in a folder of such folders. */
@Command(
        name = "report",
        description = "Write the report of a result folder again, or an index of the runs in a folder.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1", description = "Result folder, or a folder of them.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        try {
            if (ReportIndex.fits(folder)) {
                spec.commandLine().getOut().println(ReportIndex.write(folder));
                return ExitCode.DONE;
            }
            ReportFolder.Written written = ReportFolder.rewrite(folder);
            written.notes().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getOut().println(written.page());
            return ExitCode.DONE;
        } catch (UnreadableResultsException | ForeignFolderException unfit) {
            throw new BadInputException(List.of(unfit.getMessage()));
        }
    }
}
