package dev.trapline.workload;

import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.engine.Simulation;
import dev.trapline.guest.Guest;
import dev.trapline.memory.GuestPaging;
import dev.trapline.random.KeyedSource;
import dev.trapline.work.Trail;
import java.util.function.Supplier;

/**
 * Where one guest's workload runs.
 *
 * @param draws the guest's own stream; every draw is keyed by client, request and step
 * @param paging the guest's memory management, made for whoever uses memory
 * @param services the guests that answer calls
 */
public record Setting(
        Simulation simulation,
        Guest guest,
        GuestPorts ports,
        GroupMeasure measure,
        KeyedSource draws,
        Supplier<GuestPaging> paging,
        Services services) {

    /** A connection of the guest's. */
    Flow flow(long number) {
        return Flow.of(KeyedSource.first(KeyedSource.path(guest.name()), number, 0, 0));
    }

    /** For a request of the guest's. */
    Trail newTrail() {
        return measure.newTrail(guest.owner());
    }

    /** Draws of one step of one request of one client; the first of them goes into the fingerprint of the run. */
    KeyedSource drawsOf(long client, long request, int step) {
        simulation.mixDraw(draws.at(client, request, step).nextLong());
        return draws.at(client, request, step);
    }
}
