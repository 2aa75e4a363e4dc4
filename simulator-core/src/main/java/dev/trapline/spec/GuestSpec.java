package dev.trapline.spec;

import java.util.List;

/**
 * A guest group: {@code count} guests that are alike.
 *
 * @param driversInUse the paravirtual device families it uses; empty means emulated devices
 */
public record GuestSpec(
        String name,
        int count,
        OperatingSystemSpec os,
        int vcpus,
        long memoryBytes,
        boolean paravirtualDrivers,
        WorkloadSpec workload,
        Share share) {

    /** The drivers that the guest uses: those of its operating system, or none where emulated devices were asked for. */
    public List<String> driversInUse() {
        return paravirtualDrivers ? os.drivers() : List.of();
    }
}
