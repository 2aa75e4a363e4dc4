package dev.trapline.spec;

import java.util.List;
import java.util.Map;

/**
 * One concrete combination of the scenario's varied values.
 *
 * @param index its place in the grid
 * @param at the varied key paths and the values they have here, as written
 * @param platforms every platform and every variant of it that runs here
 */
public record PointSpec(
        int index, Map<String, String> at, MachineSpec machine, List<PlatformSpec> platforms, List<GuestSpec> guests) {}
