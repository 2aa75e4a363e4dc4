package dev.trapline.workload;

import dev.trapline.spec.MixSpec;
import java.util.Map;

/** Makes a step of one guest's requests; what a step's declaration creates from the values in a file. */
@FunctionalInterface
interface StepFactory {
    Step create(int number, Setting setting, Map<String, MixSpec> mixes);
}
