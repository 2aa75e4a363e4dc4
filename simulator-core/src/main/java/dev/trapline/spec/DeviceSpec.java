package dev.trapline.spec;

import dev.trapline.declare.Values;

/** A disk or a network interface as its data sheet states it: the component that models it, and what that is told. */
public record DeviceSpec(String name, String title, Values values) {
    /** The component that models it: {@code nic} or {@code disk}. */
    public String type() {
        return values.text("type");
    }
}
