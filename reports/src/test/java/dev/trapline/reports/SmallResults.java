package dev.trapline.reports;

import dev.trapline.result.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results with one row of each kind, small enough to be read in a file, and variations of them. */
final class SmallResults {
    private SmallResults() {}

    /** One row of each kind; what {@code results-format-1.json} holds. */
    static Results oneOfEach() {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put("guests.load.workload", List.of("web-dynamic"));
        axes.put("guests.load.count", List.of("1", "16"));
        Map<String, String> at = new LinkedHashMap<>();
        at.put("guests.load.workload", "web-dynamic");
        at.put("guests.load.count", "16");
        return new Results(
                1,
                "small",
                "What is in the file?",
                "0.1.0",
                "aa",
                "bb",
                "scenario: small\n",
                new Results.Settings(42, 20, 5, 5, 0.95, false, 20),
                axes,
                List.of(new Results.Platform(
                        "xen", "", "Xen \u2013 \"3.2\"", "bare-metal", Map.of("load", "paravirtual"))),
                List.of(new Results.Point(0, at)),
                List.of(metric("throughput", 1234.5, 0.1)),
                List.of(new Results.Difference(
                        "xen", "", "native", 0, "load", "throughput", 0.8, 0.75, 0.85, 0.95, "worse")),
                List.of(new Results.Curve("xen", "", 0, "load", "page", List.of(0.5, 0.99), List.of(1e-7, 2.0e22))),
                List.of(new Results.Series(
                        "xen", "", 0, "core.utilization", "%", List.of(0.0, 1.0), List.of(12.0, 13.0))),
                List.of(new Results.LedgerRow(
                        "xen",
                        "",
                        0,
                        "load",
                        "page",
                        "latency",
                        "domain-0",
                        "netback, \"copy\"",
                        "waiting",
                        "hypervisor/hypercall",
                        0.25,
                        "ms per request",
                        0.24,
                        0.26,
                        6)),
                List.of(new Results.Verdict(
                        "xen",
                        "web-dynamic",
                        "web-dynamic, 16 guests",
                        0,
                        "load",
                        "throughput",
                        "native",
                        0.75,
                        0.85,
                        "worse",
                        "8",
                        19,
                        20,
                        "Xen carries less.",
                        List.of(new Results.MechanismShare("domain-0", "netback", "service", "", 0.54, 0.1)))),
                List.of(new Results.Survival("xen", "", 0, "load", "throughput", 19, 20, 0.7, 0.8, 0.9)),
                List.of(new Results.Assumption(
                        "xen", "netback", 2400, 1800, 3600, "cycles", "assumed", "menon-2006", "a note")),
                List.of(new Results.Source(
                        "menon-2006", "Menon and others", "https://example.org/x?a=1&b=2", "2026-11-02")),
                List.of(new Results.Unsupported(
                        "xen", 0, "load", "vcpus", "at most 8", "9", "menon-2006", "Too many.", true)),
                List.of(new Results.Expectation("throughput is high", "small.yaml:3:1", false, "it is low")),
                List.of("a warning"),
                new Results.Fingerprints("01", "02", 9_007_199_254_740_993L));
    }

    static Results.Metric metric(String name, double mean, double error) {
        return new Results.Metric(
                "xen", "", 0, "load", "", name, "/s", mean, mean - error, mean + error, true, 0.95, 5, "");
    }

    static Results withMetrics(List<Results.Metric> metrics) {
        return withMetrics(oneOfEach(), metrics);
    }

    static Results withMetrics(Results it, List<Results.Metric> metrics) {
        return new Results(
                it.formatVersion(),
                it.scenario(),
                it.question(),
                it.version(),
                it.scenarioHash(),
                it.catalogueHash(),
                it.resolvedScenario(),
                it.settings(),
                it.axes(),
                it.platforms(),
                it.points(),
                metrics,
                it.differences(),
                it.percentiles(),
                it.series(),
                it.ledgers(),
                it.verdicts(),
                it.survivals(),
                it.assumptions(),
                it.sources(),
                it.unsupported(),
                it.expectations(),
                it.warnings(),
                it.fingerprints());
    }

    static Results withLedgers(Results it, List<Results.LedgerRow> ledgers) {
        return new Results(
                it.formatVersion(),
                it.scenario(),
                it.question(),
                it.version(),
                it.scenarioHash(),
                it.catalogueHash(),
                it.resolvedScenario(),
                it.settings(),
                it.axes(),
                it.platforms(),
                it.points(),
                it.metrics(),
                it.differences(),
                it.percentiles(),
                it.series(),
                ledgers,
                it.verdicts(),
                it.survivals(),
                it.assumptions(),
                it.sources(),
                it.unsupported(),
                it.expectations(),
                it.warnings(),
                it.fingerprints());
    }

    /** Two platforms of one title, of which nothing is known. */
    static Results twins() {
        return bare(List.of(
                new Results.Platform("one", "", "Xen", "bare-metal", Map.of()),
                new Results.Platform("two", "", "Xen", "bare-metal", Map.of())));
    }

    /** A run in quick mode of which nothing came: no axes, no comparisons, no ledgers. */
    static Results bare() {
        return bare(List.of(new Results.Platform("native", "", "", "native", Map.of())));
    }

    private static Results bare(List<Results.Platform> platforms) {
        return new Results(
                1,
                "bare",
                "",
                "0.1.0",
                "",
                "",
                "",
                new Results.Settings(1, 4, 1, 3, 0.95, true, 0),
                Map.of(),
                platforms,
                List.of(new Results.Point(0, Map.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Results.Fingerprints("", "", 0));
    }

    /** The same two platforms without anything that grows. */
    static Results withoutAxes() {
        Results it = oneOfEach();
        List<Results.Metric> metrics = List.of(
                new Results.Metric("native", "", 0, "load", "", "throughput", "/s", 100, 99, 101, true, 0.95, 5, ""),
                new Results.Metric("xen", "", 0, "load", "", "throughput", "/s", 80, 79, 81, true, 0.95, 5, ""));
        return new Results(
                1,
                "flat",
                "",
                "0.1.0",
                "",
                "",
                "",
                it.settings(),
                Map.of(),
                List.of(
                        new Results.Platform("native", "", "No hypervisor", "native", Map.of()),
                        new Results.Platform("xen", "", "Xen", "bare-metal", Map.of())),
                List.of(new Results.Point(0, Map.of())),
                metrics,
                List.of(),
                List.of(),
                List.of(),
                it.ledgers(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                it.fingerprints());
    }
}
