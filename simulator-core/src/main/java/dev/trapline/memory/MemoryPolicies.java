package dev.trapline.memory;

import dev.trapline.declare.Component;
import dev.trapline.declare.Components;
import dev.trapline.declare.Values;
import java.util.List;
import java.util.Optional;

/** The memory policies that platforms can have. */
public final class MemoryPolicies {
    private static final Component<MemoryPolicyFactory> FIXED = new Component<>(
            "fixed",
            "Every guest has all of its memory from the beginning; nothing is shared, taken away or swapped.",
            "",
            List.of(),
            values -> new MemoryPolicyFactory(Optional.empty(), false, surroundings -> {
                throw new IllegalStateException("fixed memory needs no policy");
            }));

    /** What a platform has that says nothing of memory. */
    public static final Values FIXED_MEMORY = Values.empty().with("policy", FIXED.name());

    private MemoryPolicies() {}

    public static Components<MemoryPolicyFactory> standard() {
        return new Components<>("policy", List.of(FIXED, EsxMemory.COMPONENT, HostPaging.COMPONENT));
    }
}
