package dev.trapline.spec;

import java.util.List;

/**
 * A physical host.
 *
 * @param clockHertz the clock of its cores
 * @param disks its disks; guests are spread over them in turn
 * @param nics its network interfaces; guests are spread over them in turn
 */
public record MachineSpec(
        String name,
        String title,
        CpuSpec cpu,
        int sockets,
        int coresPerSocket,
        int threadsPerCore,
        long clockHertz,
        long memoryBytes,
        boolean sixtyFourBit,
        boolean hardwareVirtualization,
        List<DeviceSpec> disks,
        List<DeviceSpec> nics) {

    /** Schedulable cores: hardware threads of all sockets. */
    public int cores() {
        return sockets * coresPerSocket * threadsPerCore;
    }

    /** Whether each socket is a memory node of its own, and there are several. */
    public boolean isNuma() {
        return cpu.numa() && sockets > 1;
    }

    /** Whether one node has so many cores and so much memory. */
    public boolean fitsNode(int vcpus, long bytes) {
        return vcpus <= coresPerSocket * threadsPerCore && bytes <= memoryBytes / sockets;
    }

    public MachineSpec withCpu(CpuSpec other) {
        return new MachineSpec(
                name, title, other, sockets, coresPerSocket, threadsPerCore, clockHertz, memoryBytes, sixtyFourBit,
                hardwareVirtualization, disks, nics);
    }
}
