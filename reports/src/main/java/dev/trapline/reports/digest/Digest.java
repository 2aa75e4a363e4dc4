package dev.trapline.reports.digest;

import dev.trapline.result.LimitWords;
import dev.trapline.result.Results;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of one run with everything that looking rows up needs. */
public final class Digest {
    private final Results results;
    private final Grid grid;
    private final Contenders contenders;
    private final List<String> guests;
    private final List<String> hosts;
    private final Map<Key, Results.Metric> metrics = new HashMap<>();
    private final Map<Key, Results.Difference> differences = new HashMap<>();

    private static final String HOSTS = "hosts.";
    private static final String CORES = ".core.utilization";

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
        this.hosts = hosts(results);
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

    private static List<String> hosts(Results results) {
        List<String> several = results.metrics().stream()
                .filter(it -> it.metric().startsWith(HOSTS) && it.metric().endsWith(CORES))
                .map(it -> it.metric().substring(HOSTS.length(), it.metric().length() - CORES.length()))
                .distinct()
                .toList();
        return several.isEmpty() ? List.of("") : several;
    }

    /** The hosts that have figures of their own, in the order of the results; of only one the name is empty. */
    public List<String> hosts() {
        return hosts;
    }

    /** What a figure of a host is called. */
    public static String nameOnHost(String host, String metric) {
        return host.isEmpty() ? metric : HOSTS + host + "." + metric;
    }

    /** The group, or whoever else, that core time was spent for, without the host's name. */
    public String owner(Results.LedgerRow row) {
        return hosts.stream()
                .filter(host -> !host.isEmpty() && row.guest().startsWith(host + "/"))
                .map(host -> row.guest().substring(host.length() + 1))
                .findFirst()
                .orElse(row.guest());
    }

    /** Whether core time was spent on a host. */
    public static boolean isOn(String host, Results.LedgerRow row) {
        return host.isEmpty() || row.guest().startsWith(host + "/");
    }

    /** What limits the streams of a guest group at a point, in words; empty if it has none. */
    public String limitOfStreams(Contender contender, int point, String guest) {
        return guest.isEmpty()
                ? ""
                : metric(contender, point, guest, "limited-by")
                        .map(it -> LimitWords.of(it.text()))
                        .orElse("");
    }

    /** What of the machine, or of one of several hosts, had no time left at a point; empty if nothing. */
    public String limitOfMachine(Contender contender, int point) {
        return hosts.stream()
                .map(host -> limitOfHost(contender, point, host))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What of a host had no time left, in the words of {@code limited-by}; empty if nothing. */
    public String limitOfHost(Contender contender, int point, String host) {
        return metric(contender, point, "", nameOnHost(host, "limited-by"))
                .map(Results.Metric::text)
                .filter(it -> it.matches("cores|(disk|network) \\d+( .*)?"))
                .map(it -> host.isEmpty() ? it : it + " of " + host)
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

    /** {@code 5 replications}, or from the least to the most of any figure where precision or a search took more of some. */
    public String replications() {
        IntSummaryStatistics made = results.metrics().stream()
                .filter(Results.Metric::hasInterval)
                .mapToInt(Results.Metric::replications)
                .summaryStatistics();
        int least = made.getCount() == 0 ? results.settings().replications() : made.getMin();
        int most = made.getCount() == 0 ? least : made.getMax();
        return (least == most ? "" : least + " to ") + most + (most == 1 ? " replication" : " replications");
    }

    /** What changed on a platform from the point before, along the axis that grows. */
    public Optional<Results.Step> step(Contender contender, int point, String guest) {
        return results.steps().stream()
                .filter(it -> it.point() == point && it.guest().equals(guest) && contender.owns(it.platform(), it.variant()))
                .findFirst();
    }

    /** What a limit is over draws of the uncertain costs; empty without draws. */
    public Optional<Results.DrawRange> drawn(Results.Limit limit) {
        List<Results.DrawRange> own = results.drawRanges().stream()
                .filter(it -> it.metric().equals("limit") && !limit.visits().isEmpty())
                .filter(it -> it.platform().equals(limit.platform()) && it.variant().equals(limit.variant()))
                .toList();
        return own.stream()
                .filter(it -> limit.visits().stream().anyMatch(visit -> visit.point() == it.point()))
                .findFirst()
                .or(() -> own.stream().filter(it -> it.point() < 0).findFirst());
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

    /** Those of them that are judged, without services that only answer others; all if nothing is judged. */
    public List<String> judgedGuests() {
        List<String> judged = guests.stream()
                .filter(guest -> results.verdicts().stream().anyMatch(it -> it.guest().equals(guest)))
                .toList();
        return judged.isEmpty() ? guests : judged;
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
