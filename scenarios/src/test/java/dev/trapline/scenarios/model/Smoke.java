package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;

/** What must hold of the results of any run, however short. */
final class Smoke {
    private Smoke() {}

    /** Figures are numbers, time is spent, and guests that have work to do get some of it done. */
    static void assertPlausible(Setup setup, Results results) {
        assertThat(results.unsupported()).as("%s", setup).isEmpty();
        results.metrics().stream().filter(metric -> metric.text().isEmpty()).forEach(metric -> assertThat(metric.mean())
                .as("%s: %s %s", setup, metric.request(), metric.metric())
                .isFinite()
                .isGreaterThanOrEqualTo(0));
        results.ledgers().forEach(row -> {
            assertThat(row.value()).as("%s", row).isFinite().isPositive();
            assertThat(row.count()).as("%s", row).isFinite().isGreaterThanOrEqualTo(0);
        });
        double throughput = results.metrics().stream()
                .filter(metric -> metric.guest().equals(Setup.GROUP) && metric.metric().equals("throughput"))
                .mapToDouble(Results.Metric::mean)
                .sum();
        if (setup.guests().workload().kind().equals("idle")) {
            assertThat(throughput).as("%s", setup).isZero();
        } else {
            assertThat(throughput).as("%s", setup).isPositive();
        }
    }
}
