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

    private static final class Journey {
        private Traveller traveller;
        private long due;
    }

    private final Simulation simulation;
    private final long picos;
    private final Timer timer;
    private final ArrayDeque<Journey> under = new ArrayDeque<>();
    private final Pool<Journey> journeys = new Pool<>(Journey::new);

    DelayLine(String name, long picos, Simulation simulation) {
        this.simulation = simulation;
        this.picos = picos;
        timer = simulation.newTimer(name, Phase.COMPLETE, this::arrive);
    }

    void enter(Traveller traveller) {
        Journey journey = journeys.take();
        journey.traveller = traveller;
        journey.due = simulation.now() + picos;
        under.addLast(journey);
        if (under.size() == 1) {
            timer.armAfter(picos);
        }
    }

    int inside() {
        return under.size();
    }

    private void arrive() {
        Journey over = under.removeFirst();
        Traveller arrived = over.traveller;
        over.traveller = null;
        journeys.giveBack(over);
        if (!under.isEmpty()) {
            timer.armAt(under.peekFirst().due);
        }
        arrived.arrived();
    }
}
