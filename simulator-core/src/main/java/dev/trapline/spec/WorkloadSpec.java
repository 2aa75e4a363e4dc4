package dev.trapline.spec;

import dev.trapline.declare.Values;
import java.util.Map;

/**
 * What a guest does: the component that models it, what that is told, and the operation mixes of its CPU demand, in
 * operations per million native cycles.
 */
public record WorkloadSpec(String name, String title, Values values, Map<String, MixSpec> mixes) {
    public String kind() {
        return values.text("kind");
    }
}
