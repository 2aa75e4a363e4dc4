package dev.trapline.benchmarks.queue;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timers;
import dev.trapline.engine.Timer;
import java.lang.management.ManagementFactory;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

public final class HoldRace {
    static final int TABLE = 1 << 16;
    static long[] increments(String d, int n) {
        SplittableRandom r = new SplittableRandom(7);
        long[] t = new long[TABLE];
        double mean = 1e6 * n;
        for (int i = 0; i < TABLE; i++) {
            double u = r.nextDouble();
            double x = switch (d) {
                case "exp" -> -Math.log(1 - u);
                case "uni" -> 2 * u;
                case "bim" -> u < 0.9 ? r.nextDouble() * 0.1 : 9 + r.nextDouble();
                case "par" -> Math.min(1e6, 0.1 / Math.pow(1 - u, 1 / 1.1));
                case "ide" -> 1;
                case "camel" -> (u < 0.5 ? 0.2 : 1.8) + 0.1 * r.nextDouble();
                default -> throw new IllegalArgumentException(d);
            };
            t[i] = (long) (mean * x);
        }
        return t;
    }
    interface Hold { void run(long events); }
    record Entry(long instant, long order, Runnable action) implements Comparable<Entry> {
        public int compareTo(Entry o) { int c = Long.compare(instant, o.instant); return c != 0 ? c : Long.compare(order, o.order); }
    }
    static final class Pq implements Hold {
        final PriorityQueue<Entry> q = new PriorityQueue<>(); final long[] t; int at; long now; long seq; long left;
        Pq(int n, long[] t) { this.t = t; for (int i = 0; i < n; i++) { int me = i; Runnable[] a = new Runnable[1]; a[0] = () -> q.add(new Entry(now + t[at++ & TABLE - 1], seq++, a[0])); q.add(new Entry(t[at++ & TABLE - 1], seq++, a[0])); } }
        public void run(long events) { for (long i = 0; i < events; i++) { Entry e = q.poll(); now = e.instant; e.action.run(); } }
    }
    static final class Lanes implements Hold {
        final Simulation s = new Simulation(); final long[] t; int at; long left; final Timers timers;
        Lanes(int n, long[] t) { this.t = t; timers = s.newTimers("hold", n, Phase.ARRIVE, this::fire); for (int i = 0; i < n; i++) timers.armAfter(i, t[at++ & TABLE - 1]); }
        void fire(int i) { timers.armAfter(i, t[at++ & TABLE - 1]); if (--left == 0) s.stop(); }
        public void run(long events) { left = events; s.runUntil(Long.MAX_VALUE); }
    }
    static final class Singles implements Hold {
        final Simulation s = new Simulation(); final long[] t; int at; long left;
        Singles(int n, long[] t) { this.t = t; for (int i = 0; i < n; i++) { Timer[] a = new Timer[1]; a[0] = s.newTimer("h", Phase.ARRIVE, () -> { a[0].armAfter(t[at++ & TABLE - 1]); if (--left == 0) s.stop(); }); a[0].armAfter(t[at++ & TABLE - 1]); } }
        public void run(long events) { left = events; s.runUntil(Long.MAX_VALUE); }
    }
    static double rate(Hold h, long events) {
        var b = ManagementFactory.getThreadMXBean(); long t0 = b.getCurrentThreadCpuTime(); h.run(events); return events * 1e3 / (b.getCurrentThreadCpuTime() - t0);
    }
    public static void main(String[] args) {
        String[] ds = args[0].split(",");
        for (String d : ds) for (int k = 1; k < args.length; k++) {
            int n = Integer.parseInt(args[k]);
            long[] t = increments(d, n);
            Hold[] hs = { new Pq(n, t), new Singles(n, t), new Lanes(n, t) };
            long ev = Math.max(3_000_000, 2L * n);
            double[][] r = new double[3][5];
            for (int j = -2; j < 5; j++) for (int i = 0; i < 3; i++) { double x = rate(hs[i], ev); if (j >= 0) r[i][j] = x; }
            for (double[] x : r) java.util.Arrays.sort(x);
            System.out.printf("%-6s %8d  pq %6.2f  timers %6.2f (%.2fx)  lanes %6.2f (%.2fx)%n", d, n, r[0][2], r[1][2], r[1][2] / r[0][2], r[2][2], r[2][2] / r[0][2]);
        }
    }
}
