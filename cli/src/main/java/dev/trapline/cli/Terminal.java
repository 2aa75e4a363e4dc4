package dev.trapline.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Whether a person watches standard output and standard error, and whether colour is welcome. */
record Terminal(boolean out, boolean err, boolean coloured) {
    /** Set by the script {@code trapline}, which can ask about each stream where Java cannot: out, err, both, none. */
    static final String PROPERTY = "trapline.terminal";

    /** As the launcher script says; without it, as far as Java can tell. */
    static Terminal detect(Map<String, String> environment) {
        String known = System.getProperty(PROPERTY);
        return known == null
                ? of(isConsole(), isConsole(), environment)
                : of(
                        known.equals("out") || known.equals("both"),
                        known.equals("err") || known.equals("both"),
                        environment);
    }

    /** NO_COLOR of any value but the empty one forbids colour (no-color.org). */
    static Terminal of(boolean out, boolean err, Map<String, String> environment) {
        boolean welcome = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(out, err, out && welcome);
    }

    Ansi ansi() {
        return coloured ? Ansi.ON : Ansi.OFF;
    }

    /** From Java 22 on a console exists without a terminal too, and {@code Console.isTerminal} tells them apart. */
    private static boolean isConsole() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderThan22) {
            return true;
        }
    }
}
