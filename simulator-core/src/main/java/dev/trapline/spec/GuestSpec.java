package dev.trapline.spec;

import java.util.List;

/**
 * A guest group: {@code count} guests that are alike.
 *
 * @param devices the devices it asks for
 * @param cores the cores to which its vCPUs are pinned in turn; empty: none is
 * @param memory what it may have of the machine's memory, and what is in its own to begin with
 * @param on the names of the hosts on which its guests are placed in turn; empty: the only host
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
        MemoryTerms memory,
        List<String> on) {
    public GuestSpec {
        cores = List.copyOf(cores);
        on = List.copyOf(on);
    }

    /** Whether its {@code index}-th guest, from 0, is placed on this host. */
    public boolean isOn(String host, int index) {
        return on.isEmpty() || on.get(index % on.size()).equals(host);
    }

    /** How many of its guests are placed on this host. */
    public int countOn(String host) {
        int here = 0;
        for (int i = 0; i < count; i++) {
            here += isOn(host, i) ? 1 : 0;
        }
        return here;
    }

    /** The core to which a vCPU is pinned, or -1. */
    public int coreOf(int vcpu) {
        return cores.isEmpty() ? -1 : cores.get(vcpu % cores.size());
    }

    public GuestSpec with(OperatingSystemSpec system, WorkloadSpec work) {
        return new GuestSpec(name, count, system, vcpus, memoryBytes, devices, work, share, cores, memory, on);
    }

    public GuestSpec with(int guests, DeviceWishes wishes) {
        return new GuestSpec(name, guests, os, vcpus, memoryBytes, wishes, workload, share, cores, memory, on);
    }
}
