package dev.trapline.cli;

import dev.trapline.scenarios.text.Wording;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command itself: what it is called, what it can do, and how a failure leaves it. */
@Command(
        name = "trapline",
        description = "Predicts what a workload feels on a hypervisor, and shows where every microsecond went.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.DONE + ":done",
            ExitCode.FAILED + ":failed",
            ExitCode.BAD_INPUT + ":bad usage or bad input",
            ExitCode.MISSED + ":an expect or a validation missed, a rerun differs, or a comparison fails"
        })
public final class Trapline implements Runnable {
    /** What it can do, in the order of its help. */
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            SensitivityCommand.class,
            SolveCommand.class,
            TraceCommand.class,
            CompareCommand.class,
            RerunCommand.class,
            CheckCommand.class,
            ListCommand.class,
            ShowCommand.class,
            ValidateCommand.class,
            SchemaCommand.class,
            ReportCommand.class);

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    private Trapline(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Text goes out as UTF-8 whatever the locale says, so that a result is the same bytes everywhere. */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = execute(out, err, Terminal.detect(System.getenv()), arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    static int execute(PrintWriter out, PrintWriter err, Terminal terminal, String... arguments) {
        CommandLine command = new CommandLine(new Trapline(terminal));
        commands(arguments).forEach(command::addSubcommand);
        return command
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Trapline::fail)
                .setParameterExceptionHandler(Trapline::misuse)
                .execute(arguments);
    }

    /** The one that is asked for; all where none of them is, for the help. To look through the options of all is a fifth of a check. */
    private static List<Class<?>> commands(String... arguments) {
        List<Class<?>> asked = COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .toList();
        return asked.isEmpty() ? COMMANDS : asked;
    }

    Terminal terminal() {
        return terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command.");
    }

    /**
     * What the user can mend, a file that cannot be read or written, and a run that broke down are said in words;
     * anything else is our mistake and shows where it happened. With the variable TRAPLINE_TRACE everything does.
     */
    private static int fail(Exception failure, CommandLine command, CommandLine.ParseResult asked) {
        PrintWriter err = command.getErr();
        boolean traced = !System.getenv().getOrDefault("TRAPLINE_TRACE", "").isEmpty();
        if (failure instanceof BadInputException) {
            err.println(failure.getMessage());
        } else if (failure instanceof UncheckedIOException
                || failure instanceof IOException
                || failure instanceof FailedRunException) {
            err.println("trapline: " + failure.getMessage());
        } else {
            err.println("trapline: an error of Trapline itself, please report it");
            traced = true;
        }
        if (traced) {
            failure.printStackTrace(err);
        }
        return failure instanceof BadInputException ? ExitCode.BAD_INPUT : ExitCode.FAILED;
    }

    /** An unknown command is called so, with the nearest known one; all else is answered with what was perhaps meant, or the usage. */
    private static int misuse(ParameterException misused, String[] arguments) {
        CommandLine command = misused.getCommandLine();
        PrintWriter err = command.getErr();
        boolean isCommand = misused instanceof CommandLine.UnmatchedArgumentException
                && command.getParent() == null
                && !arguments[0].startsWith("-");
        err.println(isCommand
                ? "There is no command " + Wording.quoted(arguments[0])
                        + Wording.didYouMean(arguments[0], command.getSubcommands().keySet()) + "."
                : misused.getMessage());
        if (isCommand || !CommandLine.UnmatchedArgumentException.printSuggestions(misused, err)) {
            command.usage(err, command.getColorScheme());
        }
        err.flush();
        return ExitCode.BAD_INPUT;
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
