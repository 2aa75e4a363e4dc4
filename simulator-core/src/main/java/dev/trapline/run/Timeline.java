package dev.trapline.run;

import dev.trapline.platform.Host;
import dev.trapline.platform.Site;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How busy each core and device was, and what vCPUs did, in equal parts of the measured time: integrals of busy time, read at
 * equal distances. It only reads what hosts count anyway, so that a run is the same with and without it.
 */
final class Timeline {
    /** The most parts that the time is cut into. */
    static final int MOST_PARTS = 40;
    /** Of cores, disks and interfaces each; more are left out. */
    private static final int MOST_OF_A_KIND = 64;

    /**
     * One quantity over time.
     *
     * @param endsPicos where each part ends, counted from the beginning of the measured time
     * @param perMille in each part, of all time that it could have been
     */
    record Line(String name, long[] endsPicos, int[] perMille) {}

    /** Picoseconds of something up to an instant. */
    private interface Counter {
        long picos(long now);
    }

    /** The greatest, or the mean, of what several counters count. */
    private record Gauge(String name, boolean isGreatest, double capacity, List<Counter> counters) {
        long[] read(long now) {
            return counters.stream().mapToLong(counter -> counter.picos(now)).toArray();
        }

        int perMille(long[] before, long[] after, long elapsed) {
            long greatest = 0;
            long sum = 0;
            for (int i = 0; i < before.length; i++) {
                greatest = Math.max(greatest, after[i] - before[i]);
                sum += after[i] - before[i];
            }
            double busy = isGreatest ? greatest : sum / capacity;
            return Math.toIntExact(Math.round(1000 * busy / elapsed));
        }
    }

    private final Site site;
    private final List<Gauge> gauges = new ArrayList<>();
    private final List<Long> instants = new ArrayList<>();
    private final List<long[][]> readings = new ArrayList<>();

    /** Looks for the first time, as the measured time begins. */
    Timeline(Site site) {
        this.site = site;
        for (Host host : site.hosts()) {
            cores(host);
            contexts(host);
            devices(host);
        }
        look();
    }

    void look() {
        long now = site.simulation().now();
        instants.add(now);
        readings.add(gauges.stream().map(gauge -> gauge.read(now)).toArray(long[][]::new));
    }

    /** What was seen, in at most {@link #MOST_PARTS} parts of equally many looks; the last may have fewer. */
    List<Line> lines() {
        int looks = readings.size() - 1;
        int inPart = Math.max(1, (looks + MOST_PARTS - 1) / MOST_PARTS);
        int[] marks = new int[(looks + inPart - 1) / inPart + 1];
        Arrays.setAll(marks, i -> Math.min(i * inPart, looks));
        long[] ends = new long[marks.length - 1];
        Arrays.setAll(ends, i -> instants.get(marks[i + 1]) - instants.get(0));
        List<Line> lines = new ArrayList<>();
        for (int gauge = 0; gauge < gauges.size(); gauge++) {
            int[] perMille = new int[ends.length];
            for (int i = 0; i < ends.length; i++) {
                long elapsed = instants.get(marks[i + 1]) - instants.get(marks[i]);
                perMille[i] = gauges.get(gauge).perMille(readings.get(marks[i])[gauge], readings.get(marks[i + 1])[gauge], elapsed);
            }
            lines.add(new Line(gauges.get(gauge).name(), ends, perMille));
        }
        return lines;
    }

    private void cores(Host host) {
        for (Core core : host.processors().cores().stream().limit(MOST_OF_A_KIND).toList()) {
            add(host, "core " + core.index(), 1, List.of(now -> now - core.idlePicos(now)));
        }
    }

    private void contexts(Host host) {
        if (!host.driverDomain().isEmpty()) {
            String name = host.platform().driverDomain().orElseThrow().name();
            states(host, name, host.driverDomain());
        }
        for (int owner = 0; owner < host.owners().groups(); owner++) {
            int group = owner;
            List<Context> own = ofOwner(host, group).toList();
            if (!own.isEmpty()) {
                states(host, host.owners().name(group), own);
            }
        }
    }

    private static Stream<Context> ofOwner(Host host, int owner) {
        return host.processors().contexts().stream().filter(context -> context.owner() == owner);
    }

    private void states(Host host, String name, List<Context> contexts) {
        add(host, name + " vCPUs running", contexts.size(), counters(contexts, Context.State.RUNNING));
        add(host, name + " vCPUs ready", contexts.size(), counters(contexts, Context.State.READY));
    }

    private static List<Counter> counters(List<Context> contexts, Context.State state) {
        return contexts.stream().map(context -> (Counter) now -> context.picos(state, now)).toList();
    }

    private void devices(Host host) {
        for (int i = 0; i < Math.min(MOST_OF_A_KIND, host.disks().size()); i++) {
            greatest(host, "disk " + i, host.disks().get(i).parts().stream()
                    .map(part -> (Counter) part::busyPicos)
                    .toList());
        }
        for (int i = 0; i < Math.min(MOST_OF_A_KIND, host.nics().size()); i++) {
            greatest(host, "network " + i, List.of(host.nics().get(i)::busyPicosOut, host.nics().get(i)::busyPicosIn));
        }
    }

    private void add(Host host, String name, double capacity, List<Counter> counters) {
        gauges.add(new Gauge(HostFigures.prefix(host) + name, false, capacity, counters));
    }

    private void greatest(Host host, String name, List<Counter> counters) {
        gauges.add(new Gauge(HostFigures.prefix(host) + name, true, 1, counters));
    }
}
