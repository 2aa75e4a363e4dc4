package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.Arrays;
import java.util.List;

/** Finds a core for each vCPU that must start together with one for whom a core is there. */
final class CoStart {
    private final List<Core> cores;
    private final Competition competition;
    private final Places places;
    private final Competitor[] promised;
    private final boolean[] taken;
    private Core[] planned = new Core[4];

    /** @param promised who is about to start on each core, or null; changed elsewhere */
    CoStart(List<Core> cores, Competition competition, Places places, Competitor[] promised) {
        this.cores = cores;
        this.competition = competition;
        this.places = places;
        this.promised = promised;
        taken = new boolean[cores.size()];
    }

    /** Plans where the gang of {@code first}, which would start on {@code core}, starts; false if there are too few cores now. */
    boolean plan(GangMember first, Core core) {
        List<GangMember> members = first.gang.members();
        Arrays.fill(taken, false);
        planned = planned.length < members.size() ? new Core[members.size()] : planned;
        Arrays.fill(planned, null);
        taken[core.index()] = true;
        keepCores(first, members);
        boolean enough = true;
        for (int i = 0; i < members.size(); i++) {
            GangMember member = members.get(i);
            if (member != first && member.isRequired && planned[i] == null) {
                planned[i] = coreFor(member);
                enough &= planned[i] != null;
            }
        }
        return enough;
    }

    /** Who has not lost its core yet keeps it. */
    private void keepCores(GangMember first, List<GangMember> members) {
        for (int i = 0; i < members.size(); i++) {
            GangMember member = members.get(i);
            if (member != first && member.isRequired && member.state == GangMember.State.RUNS) {
                planned[i] = take(member.competitor.context.core());
            }
        }
    }

    /** Where the member of this number starts, or null: not with the others. */
    Core coreOf(int member) {
        return planned[member];
    }

    private Core coreFor(GangMember member) {
        Core last = member.competitor.context.core();
        if (last != null && isFreeFor(member, last)) {
            return take(last);
        }
        for (int i = 0; i < cores.size(); i++) {
            if (isFreeFor(member, cores.get(i))) {
                return take(cores.get(i));
            }
        }
        return null;
    }

    private Core take(Core core) {
        taken[core.index()] = true;
        return core;
    }

    private boolean isFreeFor(GangMember member, Core core) {
        if (taken[core.index()] || promised[core.index()] != null || !places.allows(member.competitor.context, core)) {
            return false;
        }
        return core.isIdle() || isOfSameGang(member, core) || competition.mayPreempt(member.competitor, core);
    }

    /** Its gang is stopped: the core will be free at this instant. */
    private static boolean isOfSameGang(GangMember member, Core core) {
        return core.current().domain() == member.gang.domain();
    }
}
