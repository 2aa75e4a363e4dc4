package dev.trapline.spec;

import java.util.List;

/**
 * A guest group: {@code count} guests that are alike.
 *
 * @param devices the devices it asks for
 * @param cores the cores to which its vCPUs are pinned in turn; empty: none is
 * @param memory what it may have of the machine's memory, and what is in its own to begin with
 */
public record GuestSpec(
        String name,
        int count,
        OperatingSystemSpec os,
        int vcpus,
        long memoryBytes,
        DeviceWishes devices,
        WorkloadSpec workload,
        Share share,
        List<Integer> cores,
        MemoryTerms memory) {
    public GuestSpec {
        cores = List.copyOf(cores);
    }

    /** The core to which a vCPU is pinned, or -1. */
    public int coreOf(int vcpu) {
        return cores.isEmpty() ? -1 : cores.get(vcpu % cores.size());
    }

    public GuestSpec with(OperatingSystemSpec system, WorkloadSpec work) {
        return new GuestSpec(name, count, system, vcpus, memoryBytes, devices, work, share, cores, memory);
    }

    public GuestSpec with(int guests, DeviceWishes wishes) {
        return new GuestSpec(name, guests, os, vcpus, memoryBytes, wishes, workload, share, cores, memory);
    }
}
