package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;

/** A way that takes the same time for everybody and has room for any number: what enters first leaves first. */
final class DelayLine {
    /** What travels. */
    interface Traveller {
        void arrived();
    }

    private record Journey(Traveller traveller, long due) {}

    private final Simulation simulation;
    private final long picos;
    private final Timer timer;
    private final ArrayDeque<Journey> under = new ArrayDeque<>();

    DelayLine(String name, long picos, Simulation simulation) {
        this.simulation = simulation;
        this.picos = picos;
        timer = simulation.newTimer(name, Phase.COMPLETE, this::arrive);
    }

    void enter(Traveller traveller) {
        under.addLast(new Journey(traveller, simulation.now() + picos));
        if (under.size() == 1) {
            timer.armAfter(picos);
        }
    }

    int inside() {
        return under.size();
    }

    private void arrive() {
        Traveller arrived = under.removeFirst().traveller();
        if (!under.isEmpty()) {
            timer.armAt(under.peekFirst().due());
        }
        arrived.arrived();
    }
}
