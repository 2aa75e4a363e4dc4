package dev.trapline.benchmarks.coverage;

import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * The time of one customer in M/H2/1 shared evenly, by uniformisation of the chain of its own phase and of how many others are in
 * which phase.
 *
 * <p>It finds the others in their steady state (arrivals at random see time averages), which has the product form of the
 * insensitive queue: P(a, b) = (1 - load) (a + b)! / (a! b!) load1^a load2^b (Baskett, Chandy, Muntz, Palacios, JACM 22
 * (1975)). From there, with n in all, each phase ends at its rate over n. The chain is cut off at so many others that the rest
 * has a probability below 1e-13. What is left of the customer after k steps of the uniformised chain, weighted by the Poisson
 * probabilities of k steps, is the tail (Jensen 1953; Grassmann, "Transient solutions in Markovian queueing systems", Computers
 * and Operations Research 4 (1977)).
 */
final class TaggedCustomer {
    private static final int MOST_OTHERS = 135;
    private static final int STEPS = 1_200;
    private static final double NEGLIGIBLE = 1e-12;

    /** A hyperexponential service: with which probability it is of the first kind, and the rates of both. */
    record Phases(double firstShare, double firstRate, double secondRate) {

        /** Of mean 1, with as much work from one kind as from the other. */
        static Phases balanced(double squaredVariation) {
            double first = (1 + StrictMath.sqrt((squaredVariation - 1) / (squaredVariation + 1))) / 2;
            return new Phases(first, 2 * first, 2 * (1 - first));
        }
    }

    private final double load;
    private final Phases phases;
    private final double rate;
    /** What is left of the customer after so many steps. */
    private final double[] left = new double[STEPS];

    TaggedCustomer(double load, Phases phases) {
        this.load = load;
        this.phases = phases;
        rate = load + Math.max(phases.firstRate(), phases.secondRate());
        double[][][] state = beginning();
        for (int step = 0; step < STEPS; step++) {
            left[step] = sum(state);
            state = after(state);
        }
    }

    /** The probability that it has left by then. */
    double distribution(double time) {
        if (time == 0) {
            return 0;
        }
        PoissonDistribution steps = new PoissonDistribution(null, rate * time, 1e-15, 10_000);
        double tail = 0;
        for (int step = 0; step < STEPS; step++) {
            tail += steps.probability(step) * left[step];
        }
        return 1 - tail;
    }

    /** By the tagged customer's phase and the numbers of others in each. */
    private double[][][] beginning() {
        double[][][] state = new double[2][MOST_OTHERS + 1][MOST_OTHERS + 1];
        double firstLoad = load * phases.firstShare() / phases.firstRate();
        double secondLoad = load * (1 - phases.firstShare()) / phases.secondRate();
        for (int a = 0; a <= MOST_OTHERS; a++) {
            double probability = a == 0 ? 1 - load : state(state, a - 1, 0) * firstLoad;
            for (int b = 0; a + b <= MOST_OTHERS; b++) {
                state[0][a][b] = probability * phases.firstShare();
                state[1][a][b] = probability * (1 - phases.firstShare());
                probability *= secondLoad * (a + b + 1) / (b + 1);
            }
        }
        if (Math.abs(sum(state) - 1) > NEGLIGIBLE) {
            throw new IllegalStateException("The steady state adds up to " + sum(state) + ".");
        }
        return state;
    }

    private static double state(double[][][] state, int a, int b) {
        return state[0][a][b] + state[1][a][b];
    }

    private double[][][] after(double[][][] before) {
        double[][][] after = new double[2][MOST_OTHERS + 1][MOST_OTHERS + 1];
        for (int own = 0; own < 2; own++) {
            for (int a = 0; a <= MOST_OTHERS; a++) {
                for (int b = 0; a + b <= MOST_OTHERS; b++) {
                    step(before[own][a][b] / rate, own, a, b, after);
                }
            }
        }
        return after;
    }

    private void step(double probability, int own, int a, int b, double[][][] after) {
        int all = a + b + 1;
        double stays = rate;
        if (all <= MOST_OTHERS) {
            after[own][a + 1][b] += probability * load * phases.firstShare();
            after[own][a][b + 1] += probability * load * (1 - phases.firstShare());
            stays -= load;
        }
        if (a > 0) {
            double ends = phases.firstRate() * a / all;
            after[own][a - 1][b] += probability * ends;
            stays -= ends;
        }
        if (b > 0) {
            double ends = phases.secondRate() * b / all;
            after[own][a][b - 1] += probability * ends;
            stays -= ends;
        }
        stays -= (own == 0 ? phases.firstRate() : phases.secondRate()) / all;
        after[own][a][b] += probability * stays;
    }

    private static double sum(double[][][] state) {
        double sum = 0;
        for (double[][] own : state) {
            for (double[] row : own) {
                for (double each : row) {
                    sum += each;
                }
            }
        }
        return sum;
    }
}
