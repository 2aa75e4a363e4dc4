package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import dev.trapline.spec.WorkloadSpec;
import dev.trapline.work.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one request alone asks of a platform, in seconds: the simulation's own prices, from a run of one guest with one client
 * that does not think and whose every request is the mean one, less what the same machine does with an idle guest.
 *
 * @param cores of all cores, in whatever place
 * @param elsewhere the part of it in the driver domain or in the host
 * @param disk of the guest's disk
 * @param nic of the busier direction of its network interface
 * @param response from arrival to answer
 */
record Demands(double cores, double elsewhere, double disk, double nic, double response) {
    /** Why there may be none. */
    static final String NONE = "no request ends within 256 s though it is alone";
    private static final int ENOUGH_REQUESTS = 1_000;
    private static final long FIRST_PICOS = 4 * Time.PICOS_PER_SECOND;
    private static final long LAST_PICOS = 256 * Time.PICOS_PER_SECOND;
    private static final List<Place> ELSEWHERE = List.of(Place.DRIVER_DOMAIN, Place.HOST_KERNEL, Place.HOST_PROCESS);

    /** Empty if no request ends in the longest run. */
    static Optional<Demands> of(PointSpec point, PlatformSpec platform, long seed, Vocabulary vocabulary) {
        GuestSpec guest = point.guests().get(0);
        Map<MetricKey, Double> busy =
                enough(point, platform, guest, LoadShape.alone(guest.workload()), seed, vocabulary);
        Map<MetricKey, Double> idle =
                run(point, platform, guest, LoadShape.idle(guest.workload()), FIRST_PICOS, seed, vocabulary);
        double requests = busy.getOrDefault(MetricKey.of(guest.name(), "throughput", "/s"), 0.0);
        if (requests == 0) {
            return Optional.empty();
        }
        int cores = point.machine().cores();
        double elsewhere = 0;
        for (Place place : ELSEWHERE) {
            elsewhere += cores * more(busy, idle, "cpu." + place.word() + ".utilization") / requests;
        }
        return Optional.of(new Demands(
                cores * more(busy, idle, "core.utilization") / requests,
                elsewhere,
                point.machine().disks().size() * more(busy, idle, "disk.utilization") / requests,
                point.machine().nics().size() * more(busy, idle, "nic.utilization") / requests,
                busy.get(MetricKey.of(guest.name(), "latency.mean", "ms")) / 1000));
    }

    /** What is spent at none of them. */
    double delay() {
        return StrictMath.max(0, response - cores - disk - nic);
    }

    private static double more(Map<MetricKey, Double> busy, Map<MetricKey, Double> idle, String utilization) {
        MetricKey key = MetricKey.ofMachine(utilization, "%");
        return StrictMath.max(0, busy.getOrDefault(key, 0.0) - idle.getOrDefault(key, 0.0)) / 100;
    }

    private static Map<MetricKey, Double> enough(
            PointSpec point, PlatformSpec platform, GuestSpec guest, WorkloadSpec work, long seed, Vocabulary vocabulary) {
        for (long picos = FIRST_PICOS; ; picos *= 4) {
            Map<MetricKey, Double> metrics = run(point, platform, guest, work, picos, seed, vocabulary);
            double perSecond = metrics.getOrDefault(MetricKey.of(guest.name(), "throughput", "/s"), 0.0);
            if (perSecond * picos / Time.PICOS_PER_SECOND >= ENOUGH_REQUESTS || picos >= LAST_PICOS) {
                return metrics;
            }
        }
    }

    private static Map<MetricKey, Double> run(
            PointSpec point,
            PlatformSpec platform,
            GuestSpec guest,
            WorkloadSpec work,
            long picos,
            long seed,
            Vocabulary vocabulary) {
        GuestSpec one = guest.with(guest.os(), work).with(1, guest.devices());
        PointSpec alone = PointSpec.of(point.index(), point.at(), point.machine(), List.of(platform), List.of(one));
        RunSettings settings = new RunSettings(seed, picos, picos / 4, 1, 0.95, false, 0);
        return Replication.run(alone, platform, settings, 0, vocabulary).metrics();
    }
}
