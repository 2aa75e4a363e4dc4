package dev.trapline.reports;

import dev.trapline.reports.SamplePlatform.Extra;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as a run would leave them: 5 platforms, one of them with two variants, and 3 workloads at 5 counts. */
final class SampleResults {
    static final String WORKLOAD = "guests.load.workload";
    static final String COUNT = "guests.load.count";
    private static final List<Integer> COUNTS = List.of(1, 2, 4, 8, 16);
    private static final double CONFIDENCE = 0.95;
    private static final int CORES = 4;
    private static final int REPLICATIONS = 5;
    private static final List<Double> SHARES =
            List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 1.0);

    private final String scenario;
    private final List<Results.Point> points = new ArrayList<>();
    private final List<Results.Metric> metrics = new ArrayList<>();
    private final List<Results.Difference> differences = new ArrayList<>();
    private final List<Results.Curve> curves = new ArrayList<>();
    private final List<Results.LedgerRow> ledgers = new ArrayList<>();

    private SampleResults(String scenario) {
        this.scenario = scenario;
    }

    static Results hostedVersusBareMetal() {
        return named("hosted-versus-bare-metal");
    }

    static Results named(String scenario) {
        return new SampleResults(scenario).results();
    }

    static RunFacts facts() {
        return new RunFacts(
                38.4,
                61_204_311,
                2,
                "17.0.15+6 (Debian)",
                "0.1.0",
                "1bc66e1",
                "builder, 2 cores",
                "2008-06-26T09:00:00Z");
    }

    private Results results() {
        for (int workload = 0; workload < SamplePlatform.WORKLOADS.size(); workload++) {
            for (int guests : COUNTS) {
                point(workload, guests);
            }
        }
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put(WORKLOAD, SamplePlatform.WORKLOADS);
        axes.put(COUNT, COUNTS.stream().map(String::valueOf).toList());
        return new Results(
                Results.FORMAT_VERSION,
                scenario,
                "Is Virtual Server 2005 really much slower and less scalable than Hyper-V?",
                "0.1.0",
                "5b3f0c1d9a7e4425",
                "c0ffee1234567890",
                SampleEvidence.SCENARIO,
                new Results.Settings(42, 20, 5, REPLICATIONS, CONFIDENCE, false, 20),
                axes,
                SamplePlatform.ALL.stream().map(SampleResults::platform).toList(),
                points,
                metrics,
                differences,
                curves,
                SampleSeries.all(),
                ledgers,
                SampleVerdicts.verdicts(),
                SampleVerdicts.survivals(),
                SampleEvidence.ASSUMPTIONS,
                SampleEvidence.SOURCES,
                SampleEvidence.UNSUPPORTED,
                SampleEvidence.EXPECTATIONS,
                List.of("virtual-server-2005-r2-sp1: 16 guests ask for 8 GiB of 8 GiB; the host keeps none for"
                        + " itself."),
                new Results.Fingerprints("9f1c22d07ab3e411", "04e2b8815f6cc9d3", 61_204_311))
                .withBounds(bounds());
    }

    /** Of all platforms at the points with 16 guests; one has a solution. */
    private List<Results.Bound> bounds() {
        List<Results.Bound> bounds = new ArrayList<>();
        for (Results.Metric it : metrics) {
            if (it.metric().equals("throughput") && it.point() % COUNTS.size() == COUNTS.size() - 1) {
                boolean solved = it.point() == COUNTS.size() - 1;
                bounds.add(new Results.Bound(
                        it.platform(), it.variant(), it.point(), it.guest(), true, 1.1 * it.mean(), 0.5, "cores", solved,
                        solved ? it.mean() : 0, solved ? 7.5 : 0, solved ? "closed network, MVA" : "",
                        solved ? List.of() : List.of("requests wait for interrupts")));
            }
        }
        return bounds;
    }

    private static Results.Platform platform(SamplePlatform it) {
        Map<String, String> modes =
                Map.of("load", it.isReference() ? "native" : "shadow paging, emulated or synthetic devices");
        return new Results.Platform(it.label(), it.variant(), it.title(), it.kind(), modes);
    }

    private void point(int workload, int guests) {
        int index = points.size();
        Map<String, String> at = new LinkedHashMap<>();
        at.put(WORKLOAD, SamplePlatform.WORKLOADS.get(workload));
        at.put(COUNT, Integer.toString(guests));
        points.add(new Results.Point(index, at));
        for (SamplePlatform platform : SamplePlatform.ALL) {
            if (!(platform.label().equals("esx-3.5") && index == 14)) {
                measure(platform, index, workload, guests);
            }
        }
    }

    private void measure(SamplePlatform platform, int point, int workload, int guests) {
        metric(platform, point, "load", "throughput", "/s", platform.throughput(workload, guests), 0.006);
        metric(platform, point, "load", "latency.mean", "ms", platform.meanLatencyMillis(workload, guests), 0.009);
        for (int percent : new int[] {50, 90, 95, 99}) {
            double value = platform.quantileMillis(workload, guests, percent / 100.0);
            metric(platform, point, "load", "latency.p" + percent, "ms", value, 0.0004 * percent);
        }
        double greatest = platform.quantileMillis(workload, guests, 1);
        metrics.add(metric(platform, point, "load", "latency.max", "ms", greatest, 0, false, ""));
        metric(platform, point, "", "disk.utilization", "%", platform.diskUtilization(workload, guests), 0.008);
        metric(
                platform,
                point,
                "",
                "nic.utilization",
                "%",
                workload == 1 ? platform.throughput(1, guests) / 40 : 0,
                0.006);
        metric(platform, point, "load", "exits.per-request", "", exits(platform), 0.01);
        metrics.add(metric(platform, point, "", "limited-by", "", 0, 0, false, platform.limitedBy(workload, guests)));
        curves.add(new Results.Curve(
                platform.label(),
                platform.variant(),
                point,
                "load",
                "",
                SHARES,
                SHARES.stream()
                        .map(share -> platform.quantileMillis(workload, guests, share))
                        .toList()));
        compare(platform, point, workload, guests);
        double busy = ledger(platform, point, workload, guests);
        metric(platform, point, "", "core.utilization", "%", 100 * busy / (1000 * CORES), 0.004);
    }

    private static double exits(SamplePlatform platform) {
        return platform.extras().stream().mapToDouble(Extra::count).sum();
    }

    private void metric(
            SamplePlatform platform, int point, String guest, String name, String unit, double mean, double spread) {
        metrics.add(metric(platform, point, guest, name, unit, mean, spread, true, ""));
    }

    private static Results.Metric metric(
            SamplePlatform platform,
            int point,
            String guest,
            String name,
            String unit,
            double mean,
            double spread,
            boolean hasInterval,
            String text) {
        return new Results.Metric(
                platform.label(),
                platform.variant(),
                point,
                guest,
                "",
                name,
                unit,
                mean,
                mean * (1 - spread),
                mean * (1 + spread),
                hasInterval,
                CONFIDENCE,
                REPLICATIONS,
                text);
    }

    private void compare(SamplePlatform platform, int point, int workload, int guests) {
        if (platform.isReference()) {
            return;
        }
        SamplePlatform reference = SamplePlatform.ALL.get(0);
        double carried = platform.throughput(workload, guests) / reference.throughput(workload, guests);
        double slower =
                platform.quantileMillis(workload, guests, 0.95) / reference.quantileMillis(workload, guests, 0.95);
        differences.add(difference(platform, point, "throughput", carried, carried < 0.99));
        differences.add(difference(platform, point, "latency.p95", slower, slower > 1.01));
    }

    private static Results.Difference difference(
            SamplePlatform platform, int point, String metric, double ratio, boolean worse) {
        return new Results.Difference(
                platform.label(),
                platform.variant(),
                "native",
                point,
                "load",
                metric,
                ratio,
                ratio * 0.993,
                ratio * 1.007,
                CONFIDENCE,
                worse ? "worse" : "no difference shown");
    }

    /** Writes both ledgers and returns how long cores were busy in a second, in milliseconds. */
    private double ledger(SamplePlatform platform, int point, int workload, int guests) {
        double busyMillis = 0;
        List<Extra> parts = new ArrayList<>(List.of(
                new Extra("guest-user", "compute", 1.55, 1),
                new Extra("guest-kernel", "tcp-ip", 0.42, 6),
                new Extra("guest-kernel", "context-switch", 0.08, 4),
                new Extra("device", "nic-transfer", 0.15, 6)));
        if (workload != 1) {
            parts.set(3, new Extra("device", workload == 2 ? "disk-seek" : "timer", workload == 2 ? 4.8 : 0.01, 1));
        }
        parts.addAll(platform.extras());
        double service = parts.stream().mapToDouble(Extra::milliseconds).sum();
        double latency = platform.meanLatencyMillis(workload, guests);
        double scale = service > latency ? latency / service : 1;
        double waiting = StrictMath.max(0, latency - service);
        double throughput = platform.throughput(workload, guests);
        for (Extra part : parts) {
            double millis = part.milliseconds() * scale;
            entry(platform, point, "latency", part, "service", "", millis, "ms", part.count());
            if (waiting > 0) {
                String occupier = part.place() + ": " + part.mechanism();
                Extra queue = part.place().equals("device") ? part : parts.get(part.count() > 20 ? 1 : 0);
                double held = waiting * part.milliseconds() / service;
                entry(platform, point, "latency", queue, "waiting", occupier, held, "ms", 1);
            }
            if (!part.place().equals("device")) {
                double busy = StrictMath.min(millis * throughput, 3900 * millis / service);
                entry(platform, point, "cycles", part, "service", "", busy, "core-ms/s", part.count() * throughput);
                busyMillis += busy;
            }
        }
        return busyMillis;
    }

    private void entry(
            SamplePlatform platform,
            int point,
            String ledger,
            Extra part,
            String kind,
            String occupier,
            double value,
            String unit,
            double count) {
        ledgers.add(new Results.LedgerRow(
                platform.label(),
                platform.variant(),
                point,
                "load",
                "",
                ledger,
                part.place(),
                part.mechanism(),
                kind,
                occupier,
                value,
                unit,
                value * 0.99,
                value * 1.01,
                count));
    }
}
