package dev.trapline.scheduler;

/**
 * Which terms of a {@link dev.trapline.spec.Share} a scheduler knows; a scenario that asks for another is unsupported
 * on it.
 */
public record Controls(boolean weight, boolean reserve, boolean cap) {
    public static final Controls NONE = new Controls(false, false, false);
    public static final Controls WEIGHT = new Controls(true, false, false);
    public static final Controls WEIGHT_AND_CAP = new Controls(true, false, true);
    public static final Controls ALL = new Controls(true, true, true);
}
