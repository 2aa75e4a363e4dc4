package dev.trapline.reports;

import java.util.List;

/**
 * A platform of the sample with invented figures; nothing here claims to be true.
 *
 * @param speed share of native's capacity for batch, web and disk work
 * @param extras what it adds to a web request
 */
record SamplePlatform(String label, String variant, String title, String kind, double[] speed, List<Extra> extras) {

    /** A mechanism's service time per request, in milliseconds. */
    record Extra(String place, String mechanism, double milliseconds, double count) {}

    static final List<String> WORKLOADS = List.of("cpu-batch", "web-dynamic", "disk-random");
    private static final String VIRTUAL_SERVER = "virtual-server-2005-r2-sp1";

    static final List<SamplePlatform> ALL = List.of(
            new SamplePlatform("native", "", "No hypervisor", "native", new double[] {1, 1, 1}, List.of()),
            new SamplePlatform(
                    "hyper-v-2008",
                    "",
                    "Microsoft Hyper-V (2008)",
                    "bare-metal",
                    new double[] {0.98, 0.86, 0.94},
                    List.of(
                            new Extra("hypervisor", "exit", 0.11, 31),
                            new Extra("hypervisor", "shadow-fault", 0.14, 22),
                            new Extra("parent-partition", "vmbus-copy", 0.07, 6),
                            new Extra("hypervisor", "notification", 0.03, 4.4))),
            new SamplePlatform(
                    "esx-3.5",
                    "",
                    "VMware ESX 3.5",
                    "bare-metal",
                    new double[] {0.97, 0.83, 0.96},
                    List.of(
                            new Extra("hypervisor", "translated-code", 0.21, 140),
                            new Extra("hypervisor", "shadow-fault", 0.12, 22),
                            new Extra("hypervisor", "vmkernel-network", 0.08, 6))),
            new SamplePlatform(
                    "xenserver-4.1",
                    "",
                    "Citrix XenServer 4.1",
                    "bare-metal",
                    new double[] {0.97, 0.8, 0.93},
                    List.of(
                            new Extra("hypervisor", "hypercall", 0.09, 48),
                            new Extra("domain-0", "netback-copy", 0.16, 6),
                            new Extra("hypervisor", "notification", 0.06, 9.1),
                            new Extra("domain-0", "context-switch", 0.05, 3.2))),
            new SamplePlatform(
                    VIRTUAL_SERVER,
                    "like-workstation-unoptimised",
                    "Microsoft Virtual Server 2005 R2 SP1",
                    "hosted",
                    new double[] {0.93, 0.21, 0.44},
                    List.of(
                            new Extra("hypervisor", "world-switch", 3.1, 46),
                            new Extra("host-process", "emulation", 1.9, 23),
                            new Extra("host-kernel", "system-call", 0.9, 24),
                            new Extra("hypervisor", "exit", 0.6, 170),
                            new Extra("hypervisor", "shadow-fault", 0.35, 41))),
            new SamplePlatform(
                    VIRTUAL_SERVER,
                    "like-workstation-optimised",
                    "Microsoft Virtual Server 2005 R2 SP1",
                    "hosted",
                    new double[] {0.95, 0.39, 0.63},
                    List.of(
                            new Extra("hypervisor", "world-switch", 1.2, 17),
                            new Extra("host-process", "emulation", 0.7, 8),
                            new Extra("host-kernel", "system-call", 0.4, 9),
                            new Extra("hypervisor", "exit", 0.6, 170),
                            new Extra("hypervisor", "shadow-fault", 0.35, 41))));

    private static final double[] CAPACITY = {4, 1818, 176};
    private static final double[] ONE_GUEST = {1, 196, 118};
    private static final double[] IN_FLIGHT = {1, 20, 4};

    boolean isReference() {
        return label.equals("native");
    }

    /** Requests (or jobs) per second of all guests. */
    double throughput(int workload, int guests) {
        double asked = ONE_GUEST[workload] * guests * (workload == 0 ? speed[0] : 1);
        double capacity = CAPACITY[workload] * speed[workload];
        return asked / StrictMath.pow(1 + StrictMath.pow(asked / capacity, 4), 0.25);
    }

    double meanLatencyMillis(int workload, int guests) {
        double resident = 1000 * IN_FLIGHT[workload] * guests / throughput(workload, guests);
        return workload == 1 ? StrictMath.max(serviceMillis(), resident - 98) : resident;
    }

    private double serviceMillis() {
        return 2.2 + extras.stream().mapToDouble(Extra::milliseconds).sum();
    }

    /** The latency that this share of requests stays below. */
    double quantileMillis(int workload, int guests, double share) {
        double odds = StrictMath.max(share, 0.01) / StrictMath.max(1 - share, 0.0001);
        double steepness = workload == 0 ? 0.04 : 0.3;
        return 0.8 * meanLatencyMillis(workload, guests) * StrictMath.pow(odds, steepness);
    }

    double diskUtilization(int workload, int guests) {
        return workload == 2 ? 100 * throughput(2, guests) / CAPACITY[2] : workload == 1 ? 3.5 : 0;
    }

    String limitedBy(int workload, int guests) {
        boolean saturated = throughput(workload, guests) > 0.8 * CAPACITY[workload] * speed[workload];
        return !saturated ? "think time" : workload == 2 && speed[2] > 0.9 ? "disk 0" : "cores";
    }
}
