package dev.trapline.queueing;

import java.util.Comparator;
import java.util.List;

/**
 * What no network with these demands can pass, whatever its service times are like and in whatever order it serves.
 *
 * <p>Asymptotic bounds: Lazowska, Zahorjan, Graham, Sevcik, Quantitative System Performance (1984), chapter 5; by Little's law
 * and the capacity of the busiest station alone.
 *
 * @param throughputAtMost requests per second
 * @param responseAtLeastSeconds of the mean request
 * @param limit the station that has the least capacity, or {@code load} if even all of the load leaves it some
 */
public record Bounds(double throughputAtMost, double responseAtLeastSeconds, String limit) {

    /** Of load that arrives whatever becomes of it. */
    public static Bounds open(List<Station> stations, double delaySeconds, double arrivalsPerSecond) {
        Station busiest = busiest(stations);
        double capacity = 1 / busiest.perServer();
        return new Bounds(
                StrictMath.min(arrivalsPerSecond, capacity),
                delaySeconds + demand(stations),
                arrivalsPerSecond < capacity ? "load" : busiest.name());
    }

    /** Of so many customers that wait for their answers, and think. */
    public static Bounds closed(List<Station> stations, double delaySeconds, double thinkSeconds, int customers) {
        Station busiest = busiest(stations);
        double alone = delaySeconds + demand(stations);
        double capacity = 1 / busiest.perServer();
        double asked = customers / (alone + thinkSeconds);
        return new Bounds(
                StrictMath.min(asked, capacity),
                StrictMath.max(alone, customers * busiest.perServer() - thinkSeconds),
                asked < capacity ? "load" : busiest.name());
    }

    private static double demand(List<Station> stations) {
        return stations.stream().mapToDouble(Station::demandSeconds).sum();
    }

    private static Station busiest(List<Station> stations) {
        return stations.stream()
                .max(Comparator.comparingDouble(Station::perServer))
                .orElseThrow(() -> new IllegalArgumentException("Bounds need at least one station."));
    }
}
