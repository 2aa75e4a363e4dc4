package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Verdict;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** At the points that decide, the ratio to the reference in each draw of the uncertain costs. */
final class Survivals {
    /** One deciding comparison of one variant. */
    record Key(int point, String label, String variant, String guest, String metric) {}

    /** A verdict survives if it holds in at least this share of the draws. */
    static final double SURVIVES = 0.9;
    /** Where no difference was shown, a draw agrees that stays within this of the reference, or within the interval. */
    private static final double NEXT_TO_NOTHING = 0.01;

    private final Map<Key, List<Double>> ratios = new LinkedHashMap<>();
    private final DrawRanges ranges = new DrawRanges();

    void add(Key key, double ratio) {
        ratios.computeIfAbsent(key, absent -> new ArrayList<>()).add(ratio);
    }

    /** A draw's figures, for their ranges. */
    void add(Cell nominal, int draw, Observation drawn) {
        ranges.add(nominal, draw, drawn);
    }

    List<Results.DrawRange> ranges(Cells cells, double confidence) {
        return ranges.of(cells, confidence);
    }

    Map<Key, List<Double>> ratios() {
        return Collections.unmodifiableMap(ratios);
    }

    /** In which draws the nominal comparison's word holds, one entry for each draw. */
    List<Boolean> held(Key key, Comparison nominal) {
        boolean higherIsBetter = key.metric().equals("throughput");
        return ratios.getOrDefault(key, List.of()).stream()
                .map(ratio -> holds(ratio, nominal, higherIsBetter))
                .toList();
    }

    private static boolean holds(double ratio, Comparison nominal, boolean higherIsBetter) {
        Estimate interval = nominal.ratio();
        if (nominal.verdict() == Verdict.NO_DIFFERENCE_SHOWN) {
            double reach = Math.max(NEXT_TO_NOTHING, (interval.high() - interval.low()) / 2);
            return Math.abs(ratio - 1) <= reach;
        }
        boolean better = higherIsBetter ? ratio > 1 : ratio < 1;
        return better == (nominal.verdict() == Verdict.BETTER) && ratio != 1;
    }
}
