package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.List;

/** The ready contexts under proportional share, in the order in which they came. */
final class Contenders {
    /** Who may be chosen for a core. */
    @FunctionalInterface
    interface Eligible {
        boolean mayTake(Competitor candidate, Core core);
    }

    private final List<Competitor> ready = new ArrayList<>();

    void add(Competitor competitor) {
        ready.add(competitor);
    }

    void remove(Competitor competitor) {
        ready.remove(competitor);
    }

    boolean contains(Competitor competitor) {
        return ready.contains(competitor);
    }

    /** Of those that are eligible for a core the one that goes first: the longest owed, or else the least far; or null. */
    Competitor first(Core core, Eligible eligible, long now) {
        Competitor first = null;
        for (int i = 0; i < ready.size(); i++) {
            Competitor candidate = ready.get(i);
            if (goesBefore(candidate, first, now) && eligible.mayTake(candidate, core)) {
                first = candidate;
            }
        }
        return first;
    }

    /** Whether one goes before another; null is nobody. */
    static boolean goesBefore(Competitor one, Competitor other, long now) {
        if (other == null) {
            return true;
        }
        boolean owed = one.isOwed(now);
        if (owed != other.isOwed(now)) {
            return owed;
        }
        return owed ? one.reservedUntil() < other.reservedUntil() : one.virtualPicos() < other.virtualPicos();
    }

    /** The least far of those that need not move to this core, if it is near enough to the first of all; else that. */
    Competitor warmOr(Competitor first, Core core, Eligible eligible, long nearPicos) {
        Competitor warm = null;
        for (int i = 0; i < ready.size(); i++) {
            Competitor candidate = ready.get(i);
            boolean stays = candidate.context.core() == core || candidate.context.core() == null;
            boolean better = stays && (warm == null || candidate.virtualPicos() < warm.virtualPicos());
            if (better && eligible.mayTake(candidate, core)) {
                warm = candidate;
            }
        }
        boolean near = warm != null && warm.virtualPicos() - first.virtualPicos() <= nearPicos;
        return near ? warm : first;
    }
}
