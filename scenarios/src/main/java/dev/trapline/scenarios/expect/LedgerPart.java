package dev.trapline.scenarios.expect;

import static dev.trapline.declare.Shape.either;
import static dev.trapline.declare.Shape.fields;
import static dev.trapline.declare.Shape.listOf;
import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.text;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.result.Results;
import java.util.List;

/** Entries of a ledger, by what they say; what is not named may be anything. */
record LedgerPart(List<String> places, List<String> mechanisms, List<String> kinds, List<String> occupiers) {
    private static final Shape WORDS = either(text(), listOf(text()));

    static final Shape SHAPE = fields(
            "ledger-part",
            "Entries of a ledger.",
            optional("place", WORDS, null, "Where the time goes: guest-kernel, hypervisor, driver-domain, host-process, ..."),
            optional("mechanism", WORDS, null, "What it goes to, as platform files and ledger.csv call it."),
            optional("kind", WORDS, null, "service, waiting, or both where nothing is said."),
            optional("behind", WORDS, null, "What was waited for, as 'PLACE: MECHANISM'."));

    static LedgerPart of(Values values) {
        return new LedgerPart(
                words(values, "place"), words(values, "mechanism"), words(values, "kind"), words(values, "behind"));
    }

    private static List<String> words(Values values, String key) {
        if (!values.has(key)) {
            return List.of();
        }
        return values.get(key) instanceof String one ? List.of(one) : values.list(key, String.class);
    }

    boolean holds(Results.LedgerRow row) {
        return matches(places, row.place())
                && matches(mechanisms, row.mechanism())
                && matches(kinds, row.kind())
                && matches(occupiers, row.occupier());
    }

    private static boolean matches(List<String> wanted, String found) {
        return wanted.isEmpty() || wanted.contains(found);
    }
}
