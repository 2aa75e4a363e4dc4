package dev.trapline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One use of the command inside the test's own process: how it ended and what it wrote on which stream. */
record Invocation(int exitCode, String out, String err) {
    static final Terminal PIPE = Terminal.of(false, false, Map.of());

    /** As if both streams were pipes. */
    static Invocation of(Object... arguments) {
        return on(PIPE, arguments);
    }

    static Invocation on(Terminal terminal, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode = Trapline.execute(new PrintWriter(out, true), new PrintWriter(err, true), terminal, words);
        return new Invocation(exitCode, out.toString(), err.toString());
    }
}
