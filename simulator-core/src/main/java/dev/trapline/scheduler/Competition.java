package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import java.util.ArrayList;
import java.util.List;

/** All who compete for the cores under proportional share, and whose core may be taken by whom. */
final class Competition {
    private final Processors processors;
    private final Places places;
    private final Calls calls;
    private final long preemptionPicos;
    private final List<Competitor> all = new ArrayList<>();

    /** @param preemptionPicos how far behind in virtual time one must be to take another's core at once */
    Competition(Processors processors, Places places, Calls calls, long preemptionPicos) {
        this.processors = processors;
        this.places = places;
        this.calls = calls;
        this.preemptionPicos = preemptionPicos;
    }

    void add(Competitor competitor) {
        all.add(competitor);
    }

    Competitor of(Context context) {
        return all.get(context.ordinal());
    }

    /** Whether a context that is ready may take the core of the one that runs there. */
    boolean mayPreempt(Competitor ready, Core core) {
        if (core.isIdle() || calls.isCalled(core) || !places.allows(ready.context, core)) {
            return false;
        }
        return of(core.current()).givesWayTo(ready, processors.now(), preemptionPicos);
    }

    /** Calls the core that a context takes which wakes while none is idle: its last one, or that of who is furthest. */
    void preemptFor(Competitor woken) {
        Core victim = victimOf(woken);
        if (victim != null) {
            calls.call(victim);
        }
    }

    private Core victimOf(Competitor woken) {
        Context context = woken.context;
        if (context.pinnedTo() >= 0) {
            Core only = processors.cores().get(context.pinnedTo());
            return mayPreempt(woken, only) ? only : null;
        }
        Core last = context.core();
        boolean stays = last != null && places.prefers(context, last) && mayPreempt(woken, last);
        return stays ? last : furthestFor(woken);
    }

    /** The core whose context is furthest of those that must give way, at home if there is any; or null. */
    private Core furthestFor(Competitor woken) {
        Core furthest = null;
        boolean atHome = false;
        long most = Long.MIN_VALUE;
        List<Core> cores = processors.cores();
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            if (mayPreempt(woken, core)) {
                boolean home = places.prefers(woken.context, core);
                long virtual = of(core.current()).virtualPicos(processors.now());
                if (home && !atHome || home == atHome && virtual > most) {
                    atHome = home;
                    most = virtual;
                    furthest = core;
                }
            }
        }
        return furthest;
    }

    /** A core at the home of one who is ready that is idle, or that somebody runs on who is not at home there; or null. */
    Core roomAtHome(Competitor ready) {
        Core room = null;
        List<Core> cores = processors.cores();
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            if (places.prefers(ready.context, core) && places.allows(ready.context, core) && !calls.isCalled(core)) {
                if (core.isIdle()) {
                    return core;
                }
                room = places.prefers(core.current(), core) ? room : core;
            }
        }
        return room;
    }
}
