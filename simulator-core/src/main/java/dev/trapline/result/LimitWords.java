package dev.trapline.result;

/** Puts what limits a stream or a machine, as the metric {@code limited-by} has it, into words for a sentence. */
public final class LimitWords {
    private static final String LINK = "link ";
    private static final String CPU = "cpu: ";

    private LimitWords() {}

    /** To stand behind "limited by": {@code CPU (domain-0 vcpu 0)}, {@code the link (interface 0)}, {@code the window}. */
    public static String of(String limitedBy) {
        if (limitedBy.startsWith(LINK)) {
            return "the link (interface " + limitedBy.substring(LINK.length()) + ")";
        }
        if (limitedBy.startsWith(CPU)) {
            return "CPU (" + limitedBy.substring(CPU.length()) + ")";
        }
        return switch (limitedBy) {
            case "window" -> "the window";
            case "offered load" -> "what is offered";
            case "load" -> "the load itself";
            default -> limitedBy;
        };
    }
}
