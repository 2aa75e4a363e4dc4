package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.hardware.InterruptLine;
import dev.trapline.virtualization.CostLookup;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Slots;

/** What the routes of one guest are built into: where its stages find their costs, executors and devices. */
public interface Surroundings {
    String guestName();

    Simulation simulation();

    Slots slots();

    /** Costs of code that runs at a place: the platform's, and those of the operating system that owns the place. */
    CostLookup costs(Place place);

    /** Who the executor of this name is for this guest. */
    Consumer consumer(String executor);

    /** How long a named delay of the platform's is, in picoseconds. */
    long delayPicos(String name);

    /** What an event of the platform costs this guest. */
    Price event(String name);

    /** The guest's ways to its devices. */
    GuestPorts ports();

    /** The interrupt of that device which announces work to a handler. */
    InterruptLine interrupt(String kind, Consumer handler);

    /**
     * The interrupt of that device, which the guest drives itself, to its handler.
     *
     * @param delivery what the guest pays for taking it
     * @param exitLess whether guest code that runs takes it without anybody in between
     */
    InterruptLine assignedInterrupt(String kind, Consumer handler, Price delivery, boolean exitLess);

    /** A list in the guest's monitor that holds operations back, which its host process empties. */
    Combiner combiner(int upTo, double abovePerSecond);
}
