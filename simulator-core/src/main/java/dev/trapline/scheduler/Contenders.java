package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.List;

/** The ready contexts under proportional share, in the order in which they came. */
final class Contenders {
    /** Takes contexts of whatever domain. */
    static final int ANY = -1;

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

    /** Of those of a domain that may use a core the one that goes first: the longest owed, or else the least far. */
    Competitor first(Core core, int domain, long now) {
        Competitor first = null;
        for (int i = 0; i < ready.size(); i++) {
            Competitor candidate = ready.get(i);
            if (fits(candidate, core, domain) && (first == null || goesBefore(candidate, first, now))) {
                first = candidate;
            }
        }
        return first;
    }

    private static boolean fits(Competitor candidate, Core core, int domain) {
        return Calls.allows(candidate.context, core) && (domain == ANY || candidate.context.domain() == domain);
    }

    private static boolean goesBefore(Competitor one, Competitor other, long now) {
        boolean owed = one.isOwed(now);
        if (owed != other.isOwed(now)) {
            return owed;
        }
        return owed ? one.reservedUntil() < other.reservedUntil() : one.virtualPicos() < other.virtualPicos();
    }

    /** The least far of those that need not move to this core, if it is near enough to the first of all; else that. */
    Competitor warmOr(Competitor first, Core core, int domain, long nearPicos) {
        Competitor warm = null;
        for (int i = 0; i < ready.size(); i++) {
            Competitor candidate = ready.get(i);
            boolean stays = candidate.context.core() == core || candidate.context.core() == null;
            boolean eligible = stays && fits(candidate, core, domain);
            if (eligible && (warm == null || candidate.virtualPicos() < warm.virtualPicos())) {
                warm = candidate;
            }
        }
        boolean near = warm != null && warm.virtualPicos() - first.virtualPicos() <= nearPicos;
        return near ? warm : first;
    }
}
