package dev.trapline.run;

import dev.trapline.platform.Host;
import dev.trapline.work.Context;
import dev.trapline.work.Core;

/** Names what limits a host: the device, context or cores that had no time left, or the load itself. */
final class Bottleneck {
    /** It has time left everywhere: the load itself is what there is. */
    static final String NONE = "load";

    private static final double SATURATED = 0.95;
    /** A wire's utilisation counts frames alone, and acknowledgements leave gaps. */
    private static final double SATURATED_WIRE = 0.92;

    private final Host host;
    private final HostBaseline since;
    private final long now;
    private final double elapsed;

    Bottleneck(HostBaseline since) {
        host = since.host();
        this.since = since;
        now = host.simulation().now();
        elapsed = now - since.start();
    }

    String name() {
        for (int i = 0; i < host.nics().size(); i++) {
            if (Math.max(since.nicOut(i, now), since.nicIn(i, now)) >= SATURATED_WIRE * elapsed) {
                return "network " + i;
            }
        }
        for (int i = 0; i < host.disks().size(); i++) {
            if (since.disk(i, now) >= SATURATED * elapsed) {
                return "disk " + i;
            }
        }
        if (idleCores() <= (1 - SATURATED) * elapsed * host.processors().cores().size()) {
            return "cores";
        }
        return busiestContext();
    }

    private double idleCores() {
        double idle = 0;
        for (Core core : host.processors().cores()) {
            idle += since.idle(core, now);
        }
        return idle;
    }

    private String busiestContext() {
        Context busiest = null;
        double most = 0;
        for (Context context : host.processors().contexts()) {
            double share = (since.running(context, now) + since.ready(context, now)) / elapsed;
            if (share > most) {
                most = share;
                busiest = context;
            }
        }
        return most >= SATURATED ? busiest.name() : NONE;
    }
}
