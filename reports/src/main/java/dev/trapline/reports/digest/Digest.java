package dev.trapline.reports.digest;

import dev.trapline.result.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of one run with everything that looking rows up needs. */
public final class Digest {
    private final Results results;
    private final Grid grid;
    private final Contenders contenders;
    private final List<String> guests;
    private final Map<Key, Results.Metric> metrics = new HashMap<>();
    private final Map<Key, Results.Difference> differences = new HashMap<>();

    private record Key(String platform, String variant, int point, String guest, String metric) {}

    private Digest(Results results) {
        this.results = results;
        this.grid = Grid.of(results);
        this.contenders = Contenders.of(results);
        this.guests = results.metrics().stream()
                .map(Results.Metric::guest)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        for (Results.Metric it : results.metrics()) {
            Key key = new Key(it.platform(), it.variant(), it.point(), it.guest(), it.metric());
            metrics.merge(key, it, (first, second) -> second.request().isEmpty() ? second : first);
        }
        results.differences()
                .forEach(it ->
                        differences.put(new Key(it.platform(), it.variant(), it.point(), it.guest(), it.metric()), it));
    }

    public static Digest of(Results results) {
        return new Digest(results);
    }

    public Results results() {
        return results;
    }

    public Grid grid() {
        return grid;
    }

    public Contenders contenders() {
        return contenders;
    }

    /** The figure over all of a group's requests; {@code guest} is empty for figures of the machine. */
    public Optional<Results.Metric> metric(Contender contender, int point, String guest, String metric) {
        return Optional.ofNullable(
                metrics.get(new Key(contender.platform(), contender.variant(), point, guest, metric)));
    }

    /** What of the machine had no time left at a point, in the words of {@code limited-by}; empty if nothing. */
    public String limitOfMachine(Contender contender, int point) {
        return metric(contender, point, "", "limited-by")
                .map(Results.Metric::text)
                .filter(it -> it.matches("cores|(disk|network) \\d+( .*)?"))
                .orElse("");
    }

    public Optional<Results.Difference> difference(Contender contender, int point, String guest, String metric) {
        return Optional.ofNullable(
                differences.get(new Key(contender.platform(), contender.variant(), point, guest, metric)));
    }

    /** The verdict on one platform at one point. */
    public Optional<Results.Verdict> verdict(String platform, int point, String guest, String metric) {
        return results.verdicts().stream()
                .filter(it -> it.platform().equals(platform) && it.point() == point)
                .filter(it -> it.guest().equals(guest) && it.metric().equals(metric))
                .findFirst();
    }

    /** The order of the platforms at a point, best first; empty in results that have none. */
    public List<Results.Rank> ranks(int point, String guest) {
        return results.ranks().stream()
                .filter(it -> it.point() == point && it.guest().equals(guest))
                .toList();
    }

    /** What differences are relative to: what the results name, else the native machine; empty if nothing is compared. */
    public Optional<Contender> reference() {
        return results.differences().stream()
                .map(Results.Difference::reference)
                .findFirst()
                .flatMap(label -> contenders.ofPlatform(label).stream().findFirst())
                .or(() -> contenders.all().stream().filter(Contender::isNative).findFirst());
    }

    /** The verdicts of one setting, in the order of the results. */
    public List<Results.Verdict> verdicts(Grid.Setting setting) {
        return results.verdicts().stream()
                .filter(verdict -> setting.stops().stream().anyMatch(stop -> stop.point() == verdict.point()))
                .toList();
    }

    /** Of which platform one is but another name, so that it has no verdict; or empty. */
    public String aliasOf(String platform) {
        return results.platforms().stream()
                .filter(it -> it.label().equals(platform))
                .map(Results.Platform::aliasOf)
                .findFirst()
                .orElse("");
    }

    /** Why a platform has no verdict, in few words; or empty. */
    public String unjudged(String platform) {
        String engine = aliasOf(platform);
        if (engine.isEmpty()) {
            return "";
        }
        return engine.equals(platform) ? "too few sources" : "alias of " + engine;
    }

    /** Whether a platform did not run at a point because it does not support what was asked. */
    public boolean isRefused(String platform, int point) {
        return results.unsupported().stream()
                .anyMatch(it -> it.platform().equals(platform) && it.point() == point && !it.ran());
    }

    /** The guest groups that have figures, in the order of the results. */
    public List<String> guests() {
        return guests;
    }

    /** What is compared for a group in a setting: what the verdict names, else throughput. */
    public String comparedMetric(Grid.Setting setting, String guest) {
        return verdicts(setting).stream()
                .filter(verdict -> verdict.guest().equals(guest))
                .map(Results.Verdict::metric)
                .findFirst()
                .orElse("throughput");
    }
}
