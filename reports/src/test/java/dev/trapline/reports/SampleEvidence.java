package dev.trapline.reports;

import dev.trapline.result.Results;
import java.util.List;

/** What the sample's results rest on: costs, sources, limits and expectations. */
final class SampleEvidence {
    static final String SCENARIO = """
        scenario: hosted-versus-bare-metal
        machine: dual-opteron-2008
        platforms: [native, hyper-v-2008, esx-3.5, xenserver-4.1, virtual-server-2005-r2-sp1]
        guests:
          - { name: load, count: 4, os: windows-server-2003, vcpus: 1, memory: 512 MiB, workload: web-dynamic }
        vary: { guests.load.workload: [cpu-batch, web-dynamic, disk-random], guests.load.count: [1, 2, 4, 8, 16] }
        run: { seed: 42, duration: 20 s, warm-up: 5 s, replications: 5 }
        """;

    static final List<Results.Assumption> ASSUMPTIONS = List.of(
            new Results.Assumption(
                    "virtual-server-2005-r2-sp1",
                    "world-switch",
                    5200,
                    3100,
                    9400,
                    "cycles",
                    "derived",
                    "sugerman-2001",
                    "carried from a Pentium III by the ratio of exit round trips"),
            new Results.Assumption(
                    "virtual-server-2005-r2-sp1",
                    "host-wake",
                    6000,
                    3000,
                    12000,
                    "cycles",
                    "assumed",
                    "",
                    "nobody published it"),
            new Results.Assumption(
                    "virtual-server-2005-r2-sp1",
                    "emulate-port",
                    2100,
                    900,
                    4000,
                    "cycles",
                    "assumed",
                    "",
                    "as in QEMU of the time"),
            new Results.Assumption(
                    "hyper-v-2008",
                    "vmbus-signal",
                    1800,
                    1200,
                    3600,
                    "cycles",
                    "assumed",
                    "",
                    "a hypercall and an interrupt"),
            new Results.Assumption(
                    "xenserver-4.1",
                    "netback-transmit",
                    2400,
                    1800,
                    3600,
                    "cycles",
                    "assumed",
                    "menon-2006",
                    "from a profile"),
            new Results.Assumption("esx-3.5", "translated-block", 12, 8, 25, "cycles", "vendor", "adams-2006", ""),
            new Results.Assumption(
                    "opteron-2008",
                    "exit-round-trip",
                    2800,
                    2300,
                    3300,
                    "cycles",
                    "derived",
                    "adams-2006",
                    "scaled by clock"),
            new Results.Assumption(
                    "windows-server-2003",
                    "task-switch-refill",
                    0.35,
                    0.1,
                    0.8,
                    "share",
                    "assumed",
                    "",
                    "of a task's working set"));

    static final List<Results.Source> SOURCES = List.of(
            new Results.Source(
                    "sugerman-2001",
                    "Sugerman, Venkitachalam, Lim: Virtualizing I/O Devices on VMware Workstation's Hosted VMM. USENIX"
                            + " 2001",
                    "https://www.usenix.org/conference/2001-usenix-annual-technical-conference",
                    "2026-11-02"),
            new Results.Source(
                    "adams-2006",
                    "Adams, Agesen: A Comparison of Software and Hardware Techniques for x86 Virtualization."
                            + " ASPLOS 2006",
                    "https://doi.org/10.1145/1168857.1168860",
                    "2026-11-02"),
            new Results.Source(
                    "menon-2006", "Menon, Cox, Zwaenepoel: Optimizing Network Virtualization in Xen. USENIX 2006",
                    "javascript:alert(1)", "2026-11-03"));

    static final List<Results.Unsupported> UNSUPPORTED = List.of(
            new Results.Unsupported(
                    "esx-3.5",
                    14,
                    "load",
                    "disks-per-host",
                    "at most 15",
                    "16",
                    "vmware-maximums-3.5",
                    "ESX 3.5 attaches at most 15 targets to a SCSI adapter, and 16 guests ask for 16.",
                    false),
            new Results.Unsupported(
                    "virtual-server-2005-r2-sp1",
                    4,
                    "load",
                    "memory-per-host",
                    "at most 7.5 GiB",
                    "8 GiB",
                    "vs2005-readme",
                    "The host keeps 512 MiB for itself.",
                    true),
            new Results.Unsupported(
                    "virtual-server-2005-r2-sp1",
                    9,
                    "load",
                    "memory-per-host",
                    "at most 7.5 GiB",
                    "8 GiB",
                    "vs2005-readme",
                    "The host keeps 512 MiB for itself.",
                    true));

    static final List<Results.Expectation> EXPECTATIONS = List.of(
            new Results.Expectation(
                    "load.throughput: virtual-server-2005-r2-sp1 < hyper-v-2008",
                    "hosted-versus-bare-metal.yaml:9:5",
                    true,
                    "380 to 705 /s < 1538 /s"),
            new Results.Expectation(
                    "load.throughput is 1450 /s within 5 % at hyper-v-2008, 16 guests",
                    "hosted-versus-bare-metal.yaml:10:5", false, "1538 /s, 6.1 % above"));

    private SampleEvidence() {}
}
