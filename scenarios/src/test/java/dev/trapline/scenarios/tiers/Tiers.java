package dev.trapline.scenarios.tiers;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.spec.PointSpec;
import dev.trapline.workload.GroupMeasure;
import java.nio.file.Path;
import java.util.List;

/** Scenarios of {@code src/test/resources/tiers}, of several hosts where nothing costs anything but what is asked for. */
final class Tiers {
    static final Path FOLDER = Path.of("src/test/resources/tiers");
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);

    private Tiers() {}

    static ScenarioFile read(String scenario, Overrides overrides) {
        Path own = FOLDER.resolve(scenario + ".yaml");
        Outcome<ScenarioFile> read = READER.read(own.toFile().exists() ? own.toString() : scenario, overrides);
        if (read.failed()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        return read.value();
    }

    static Results results(String scenario, Overrides overrides, int threads) {
        return new Laboratory(VOCABULARY, threads, Progress.NONE).run(read(scenario, overrides).experiment(), "test");
    }

    /** The hosts of a scenario's first point after so many milliseconds; everything adds up. */
    static Site after(String scenario, Overrides overrides, long millis) {
        PointSpec point = read(scenario, overrides).experiment().points().get(0);
        Site site = new SiteAssembly(point, point.platforms().get(0), VOCABULARY, 1, 0).assemble();
        site.simulation().runUntil(millis * Time.PICOS_PER_MILLI);
        site.checkConservation();
        return site;
    }

    static GroupMeasure measure(Site site, String group) {
        return site.measures().get(owner(site, group));
    }

    /** The cycles' time of a group in a mechanism on one host, in microseconds. */
    static long spent(Site site, int host, String group, String mechanism) {
        Host of = site.hosts().get(host);
        of.processors().account();
        long picos = 0;
        for (int slot = 0; slot < site.slots().size(); slot++) {
            if (site.slots().get(slot).mechanism().equals(mechanism)) {
                picos += of.processors().ledger().picos(owner(site, group), slot);
            }
        }
        return picos / Time.PICOS_PER_MICRO;
    }

    /** What finished requests of a group went through in a mechanism, in microseconds. */
    static long latency(Site site, String group, String mechanism) {
        long picos = 0;
        for (int slot = 0; slot < site.slots().size(); slot++) {
            picos += site.slots().get(slot).mechanism().equals(mechanism) ? measure(site, group).picos(slot) : 0;
        }
        return picos / Time.PICOS_PER_MICRO;
    }

    static double mean(Results results, String group, String metric) {
        return row(results, group, metric).mean();
    }

    static Results.Metric row(Results results, String group, String metric) {
        List<Results.Metric> rows = results.metrics().stream()
                .filter(row -> row.guest().equals(group) && row.metric().equals(metric))
                .toList();
        if (rows.size() != 1) {
            throw new IllegalArgumentException(rows.size() + " rows of " + group + "." + metric);
        }
        return rows.get(0);
    }

    private static int owner(Site site, String group) {
        for (int owner = 0; owner < site.owners().groups(); owner++) {
            if (site.owners().name(owner).equals(group)) {
                return owner;
            }
        }
        throw new IllegalArgumentException("no group '" + group + "'");
    }
}
