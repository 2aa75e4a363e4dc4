package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import java.util.List;

/** Guest kernel code runs translated: an operation costs what its translation does, which may be less than natively. */
public final class BinaryTranslation implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "binary-translation",
            "Guest kernel code runs translated; an operation costs `translated-OPERATION` where the platform has it.",
            "adams-agesen-2006",
            List.of(),
            values -> new BinaryTranslation());

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return Replaced.of("translated", "binary translation", operation, costs);
    }
}
