package dev.trapline.scenarios.text;

import dev.trapline.declare.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit that may follow a number: so many units of {@link Dimension#unit()}, as a fraction.
 *
 * @param canonical whether numbers are written back in it
 */
record Unit(Dimension dimension, String symbol, BigDecimal times, BigDecimal over, boolean canonical) {

    static final List<Unit> ALL = all();

    private static List<Unit> all() {
        List<Unit> units = new ArrayList<>();
        decimal(units, Dimension.TIME, 1, "ps", "ns", "us", "ms", "s");
        units.add(new Unit(Dimension.TIME, "min", new BigDecimal("60e12"), BigDecimal.ONE, false));
        units.add(new Unit(Dimension.TIME, "h", new BigDecimal("3600e12"), BigDecimal.ONE, false));
        decimal(units, Dimension.BYTES, 1, "B", "kB", "MB", "GB", "TB");
        long binary = 1;
        for (String symbol : List.of("KiB", "MiB", "GiB", "TiB")) {
            binary *= 1024;
            units.add(new Unit(Dimension.BYTES, symbol, BigDecimal.valueOf(binary), BigDecimal.ONE, true));
        }
        decimal(units, Dimension.FREQUENCY, 1, "Hz", "kHz", "MHz", "GHz");
        decimal(units, Dimension.BANDWIDTH, 1, "b/s", "kb/s", "Mb/s", "Gb/s");
        decimal(units, Dimension.BANDWIDTH, 8, "B/s", "kB/s", "MB/s", "GB/s");
        units.add(new Unit(Dimension.RATE, "/s", BigDecimal.ONE, BigDecimal.ONE, true));
        units.add(new Unit(Dimension.RATE, "/min", BigDecimal.ONE, BigDecimal.valueOf(60), false));
        units.add(new Unit(Dimension.RATE, "/h", BigDecimal.ONE, BigDecimal.valueOf(3600), false));
        units.add(new Unit(Dimension.RATE, "/ms", BigDecimal.valueOf(1000), BigDecimal.ONE, false));
        units.add(new Unit(Dimension.RATIO, "%", BigDecimal.ONE, BigDecimal.valueOf(100), true));
        units.add(new Unit(Dimension.CYCLES, "cycles", BigDecimal.valueOf(1000), BigDecimal.ONE, true));
        return List.copyOf(units);
    }

    private static void decimal(List<Unit> units, Dimension dimension, int first, String... symbols) {
        BigDecimal times = BigDecimal.valueOf(first);
        for (String symbol : symbols) {
            units.add(new Unit(dimension, symbol, times, BigDecimal.ONE, first == 1));
            times = times.multiply(BigDecimal.valueOf(1000));
        }
    }

    static List<Unit> of(Dimension dimension) {
        return ALL.stream().filter(unit -> unit.dimension == dimension).toList();
    }
}
