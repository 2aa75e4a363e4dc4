package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.work.Meter;

/**
 * A hosted monitor's list of operations that need the host: while world switches are frequent it holds them back until the
 * host's world is visited anyway or enough have gathered, and then takes them along in one visit. The frequency is a count
 * that halves every ten milliseconds.
 */
public final class Combiner implements Hop {
    private static final long HALVING_PICOS = 10 * Time.PICOS_PER_MILLI;

    private final Simulation simulation;
    private final Meter meter;
    private final int upTo;
    private final double abovePerSecond;
    private final TransferLine held = new TransferLine();
    private double frequent;
    private long seenCrossings;
    private long halvedAt;

    public Combiner(Simulation simulation, Meter meter, int upTo, double abovePerSecond) {
        this.simulation = simulation;
        this.meter = meter;
        this.upTo = upTo;
        this.abovePerSecond = abovePerSecond;
    }

    @Override
    public void enter(Transfer transfer, Carrier by) {
        if (!switchesAreFrequent()) {
            // those that came before go before
            release(by);
            transfer.goOn(by);
            return;
        }
        held.add(transfer);
        if (held.size() >= upTo) {
            release(by);
        }
    }

    /** Takes along all that is held back. */
    void release(Carrier by) {
        while (!held.isEmpty()) {
            held.removeFirst().goOn(by);
        }
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    private boolean switchesAreFrequent() {
        long periods = (simulation.now() - halvedAt) / HALVING_PICOS;
        halvedAt += periods * HALVING_PICOS;
        for (long i = Math.min(periods, 64); i > 0; i--) {
            frequent /= 2;
        }
        frequent += meter.crossings() - seenCrossings;
        seenCrossings = meter.crossings();
        // a steady rate r has gathered at least r * 10 ms and at the most twice that when it is looked at
        return frequent * (Time.PICOS_PER_SECOND / HALVING_PICOS) / 2 > abovePerSecond;
    }
}
