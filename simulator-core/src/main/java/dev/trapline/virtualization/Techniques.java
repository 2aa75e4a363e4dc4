package dev.trapline.virtualization;

import dev.trapline.declare.Components;
import java.util.List;

/** The CPU and memory techniques that platforms can name. */
public final class Techniques {
    private Techniques() {}

    public static Components<Technique> cpu() {
        return new Components<>(
                "cpu",
                List.of(
                        NativeExecution.CPU,
                        BinaryTranslation.COMPONENT,
                        Paravirtualization.COMPONENT,
                        HardwareAssist.COMPONENT,
                        Deprivileged.COMPONENT));
    }

    public static Components<Technique> memory() {
        return new Components<>(
                "memory", List.of(NativeExecution.MEMORY, DirectPaging.COMPONENT, ShadowPaging.COMPONENT, NestedPaging.COMPONENT));
    }
}
