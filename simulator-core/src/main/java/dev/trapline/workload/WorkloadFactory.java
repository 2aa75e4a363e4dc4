package dev.trapline.workload;

import dev.trapline.spec.MixSpec;
import java.util.Map;

/** Makes a workload with its operation mixes; what a workload's declaration creates from the values in a file. */
@FunctionalInterface
public interface WorkloadFactory {
    Workload create(Map<String, MixSpec> mixes);
}
