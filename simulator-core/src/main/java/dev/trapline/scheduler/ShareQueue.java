package dev.trapline.scheduler;

import dev.trapline.work.Core;

/** The ready contexts for all cores, and which of them a core takes: by share, by home and by the warmth of its cache. */
final class ShareQueue {
    private final Contenders ready = new Contenders();
    private final Homes homes;
    private final CoScheduling together;
    private final Competition competition;
    private final Calls calls;
    private final long migrationPicos;
    private final Contenders.Eligible all = this::mayTake;
    private final Contenders.Eligible atHome = this::isAtHome;
    private final Contenders.Eligible movable = this::mayMove;
    private Competitor passedOver;

    /** @param migrationPicos how far ahead of the first one may be whom a core prefers for its warm cache */
    ShareQueue(Homes homes, CoScheduling together, Competition competition, Calls calls, long migrationPicos) {
        this.homes = homes;
        this.together = together;
        this.competition = competition;
        this.calls = calls;
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
        Competitor chosen = whoStays(core, resumed, now);
        if (chosen == null && passedOver != null) {
            passedOver = null;
            chosen = whoStays(core, resumed, now);
        }
        passedOver = null;
        return chosen;
    }

    /** The best who is at home here or has no room there: all better ones go home. */
    private Competitor whoStays(Core core, Competitor resumed, long now) {
        Competitor chosen = best(core, resumed, now);
        if (chosen == null || homes.prefers(chosen.context, core)) {
            return chosen;
        }
        Core home = competition.roomAtHome(chosen);
        if (home == null) {
            return chosen;
        }
        calls.call(home);
        ready.remove(chosen);
        Competitor other = whoStays(core, resumed, now);
        ready.add(chosen);
        return other;
    }

    private Competitor best(Core core, Competitor resumed, long now) {
        Competitor first = ready.first(core, all, now);
        if (first == null) {
            return ready.first(core, movable, now);
        }
        if (first.isOwed(now)) {
            return first;
        }
        if (resumed != null && ready.contains(resumed) && mayTake(resumed, core)) {
            return resumed;
        }
        Competitor home = isAtHome(first, core) ? first : ready.first(core, atHome, now);
        boolean near = home != null && home.virtualPicos() - first.virtualPicos() <= homes.reachPicos();
        return near ? ready.warmOr(home, core, atHome, migrationPicos) : ready.warmOr(first, core, all, migrationPicos);
    }

    private boolean mayTake(Competitor candidate, Core core) {
        return candidate != passedOver && homes.allows(candidate.context, core) && together.mayStart(candidate, core);
    }

    private boolean isAtHome(Competitor candidate, Core core) {
        return homes.prefers(candidate.context, core) && mayTake(candidate, core);
    }

    /** Its guest may come from elsewhere to a core that has nothing else to do. */
    private boolean mayMove(Competitor candidate, Core core) {
        return candidate != passedOver && homes.mayMoveTo(candidate.context, core) && together.mayStart(candidate, core);
    }
}
