package dev.trapline.run;

import dev.trapline.random.KeyedSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trajectories of Morris' screening on a grid of four levels: each starts at a level of every cost, drawn by the cost's name,
 * and moves one cost after the other, in an order of its own, by two thirds of its range.
 *
 * <p>Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991) 161: with p = 4
 * levels and steps of p / (2 (p - 1)) all levels are equally frequent. A range lies between 0 and 1 as it does for draws: half
 * of it below the value and half above.
 */
final class MorrisDesign {
    private static final int LEVELS = 4;
    static final double STEP = 2.0 / 3;

    private final long seed;

    MorrisDesign(long seed) {
        this.seed = seed;
    }

    /** A way through the ranges: where it starts, and which cost moves to where, in order. */
    record Trajectory(Map<String, Double> start, Map<String, Double> moves) {

        /** Where each cost is after so many moves. */
        Map<String, Double> after(int steps) {
            Map<String, Double> levels = new LinkedHashMap<>(start);
            moves.entrySet().stream().limit(steps).forEach(move -> levels.put(move.getKey(), move.getValue()));
            return levels;
        }
    }

    /** @param moved those that move; others stay where they start */
    Trajectory trajectory(int number, List<String> costs, List<String> moved) {
        Map<String, Double> start = new LinkedHashMap<>();
        costs.forEach(cost -> start.put(cost, (double) draw(cost, number, 0).nextInt(LEVELS) / (LEVELS - 1)));
        List<String> order = new ArrayList<>(moved);
        order.sort(Comparator.comparingLong((String cost) -> draw(cost, number, 1).nextLong()));
        Map<String, Double> moves = new LinkedHashMap<>();
        order.forEach(cost -> moves.put(cost, start.get(cost) < STEP - 0.1 ? start.get(cost) + STEP : start.get(cost) - STEP));
        return new Trajectory(start, moves);
    }

    private KeyedSource draw(String cost, int trajectory, int step) {
        return new KeyedSource(seed, 0, KeyedSource.path("morris/" + cost)).at(trajectory, 0, step);
    }
}
