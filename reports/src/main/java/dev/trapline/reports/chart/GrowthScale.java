package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Axis;
import dev.trapline.reports.chart.ChartDescription.Spacing;
import dev.trapline.reports.chart.ChartDescription.Tick;
import dev.trapline.reports.digest.Grid;
import dev.trapline.reports.digest.NumericAxis;
import java.util.ArrayList;
import java.util.List;

/** The axis of what grows: evenly spaced where values multiply (1, 2, 4, 8), else by their numbers. */
final class GrowthScale {
    private static final double MULTIPLYING_FROM = 8;
    private static final double MARGIN = 0.03;

    private final NumericAxis axis;
    private final List<Grid.Stop> stops;
    private final boolean multiplying;

    GrowthScale(NumericAxis axis, List<Grid.Stop> stops) {
        this.axis = axis;
        this.stops = stops;
        double first = stops.get(0).number();
        double last = stops.get(stops.size() - 1).number();
        this.multiplying = first > 0 && last / first >= MULTIPLYING_FROM;
    }

    List<Double> positions() {
        return stops.stream().map(stop -> position(stop.number())).toList();
    }

    Axis axis() {
        List<Tick> ticks = new ArrayList<>();
        stops.forEach(stop -> ticks.add(new Tick(position(stop.number()), stop.value())));
        double low = ticks.get(0).at();
        double high = ticks.get(ticks.size() - 1).at();
        double margin = high > low ? (high - low) * MARGIN : 1;
        Spacing spacing = multiplying ? Spacing.DOUBLING : Spacing.PROPORTIONAL;
        return new Axis(axis.label(), axis.unit(), spacing, low - margin, high + margin, ticks);
    }

    private double position(double number) {
        return multiplying ? Math.log(number) / Math.log(2) : number;
    }
}
