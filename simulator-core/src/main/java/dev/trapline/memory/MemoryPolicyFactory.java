package dev.trapline.memory;

import dev.trapline.declare.Values;
import java.util.Optional;
import java.util.function.Function;

/**
 * A declared memory policy with what its platform's file told it.
 *
 * @param swap where the swap area lies; empty if memory is fixed
 * @param knowsShares whether guests have weights and reservations of memory
 * @param creator makes the policy for one machine
 */
public record MemoryPolicyFactory(
        Optional<SwapSettings> swap, boolean knowsShares, Function<MemorySurroundings, MemoryPolicy> creator) {

    static MemoryPolicyFactory of(
            Values values, boolean knowsShares, Function<MemorySurroundings, MemoryPolicy> creator) {
        return new MemoryPolicyFactory(Optional.of(SwapSettings.of(values)), knowsShares, creator);
    }

    /** Whether guests may be promised more than there is. */
    public boolean overcommits() {
        return swap.isPresent();
    }

    /** Puts memory under this policy. */
    public void rule(MemorySurroundings surroundings) {
        surroundings.memory().ruledBy(creator.apply(surroundings));
    }
}
