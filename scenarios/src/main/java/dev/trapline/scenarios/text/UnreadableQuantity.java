package dev.trapline.scenarios.text;

/** A text that is no quantity of the kind that is due; the message is the rule, without the place. */
public final class UnreadableQuantity extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableQuantity(String rule) {
        super(rule);
    }
}
