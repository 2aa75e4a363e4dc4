package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.List;

/** The contexts that are ready, for all cores, and which of them a core takes. */
final class ShareQueue {
    private final List<Competitor> ready = new ArrayList<>();
    private final Homes homes;
    private final CoScheduling together;
    private final long migrationPicos;
    private Competitor passedOver;

    /** @param migrationPicos how far ahead of the first one may be whom a core prefers for its warm cache */
    ShareQueue(Homes homes, CoScheduling together, long migrationPicos) {
        this.homes = homes;
        this.together = together;
        this.migrationPicos = migrationPicos;
    }

    void add(Competitor competitor) {
        ready.add(competitor);
    }

    void remove(Competitor competitor) {
        ready.remove(competitor);
    }

    /** The next choice takes this one only if there is no other. */
    void passOver(Competitor competitor) {
        passedOver = competitor;
    }

    /**
     * Who runs next on the core, or null.
     *
     * @param resumed who goes on there with an interrupted slice, if it is ready and nobody is owed
     */
    Competitor choose(Core core, Competitor resumed, long now) {
        Competitor chosen = best(core, resumed, now);
        if (chosen == null && passedOver != null) {
            passedOver = null;
            chosen = best(core, resumed, now);
        }
        passedOver = null;
        return chosen;
    }

    private Competitor best(Core core, Competitor resumed, long now) {
        Competitor first = first(core, false, now);
        if (first == null) {
            return whoMovesTo(core, now);
        }
        if (first.isOwed(now)) {
            return first;
        }
        if (resumed != null && ready.contains(resumed) && mayTake(core, resumed)) {
            return resumed;
        }
        Competitor home = homes.prefers(first.context, core) ? first : first(core, true, now);
        boolean near = home != null && home.virtualPicos() - first.virtualPicos() <= homes.reachPicos();
        return warmOr(near ? home : first, core, near);
    }

    private boolean mayTake(Core core, Competitor candidate) {
        return candidate != passedOver && homes.allows(candidate.context, core) && together.mayStart(candidate, core);
    }

    private Competitor first(Core core, boolean atHome, long now) {
        Competitor first = null;
        for (int i = 0; i < ready.size(); i++) {
            Competitor candidate = ready.get(i);
            boolean better = first == null || Competition.goesBefore(candidate, first, now);
            if (better && (!atHome || homes.prefers(candidate.context, core)) && mayTake(core, candidate)) {
                first = candidate;
            }
        }
        return first;
    }

    /** The least far of those that need not move to this core, if it is near enough to the first of all. */
    private Competitor warmOr(Competitor first, Core core, boolean atHome) {
        Competitor warm = null;
        for (int i = 0; i < ready.size(); i++) {
            Competitor candidate = ready.get(i);
            boolean stays = candidate.context.core() == core || candidate.context.core() == null;
            boolean eligible = stays && (!atHome || homes.prefers(candidate.context, core)) && mayTake(core, candidate);
            if (eligible && (warm == null || candidate.virtualPicos() < warm.virtualPicos())) {
                warm = candidate;
            }
        }
        boolean near = warm != null && warm.virtualPicos() - first.virtualPicos() <= migrationPicos;
        return near ? warm : first;
    }

    /** The first of those whose guests may come from elsewhere to a core that has nothing else to do, or null. */
    private Competitor whoMovesTo(Core core, long now) {
        Competitor first = null;
        for (int i = 0; i < ready.size(); i++) {
            Competitor candidate = ready.get(i);
            boolean better = first == null || Competition.goesBefore(candidate, first, now);
            if (better && candidate != passedOver && homes.mayMoveTo(candidate.context, core)
                    && together.mayStart(candidate, core)) {
                first = candidate;
            }
        }
        return first;
    }
}
