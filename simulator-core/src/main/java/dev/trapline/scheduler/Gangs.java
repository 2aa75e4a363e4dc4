package dev.trapline.scheduler;

import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import java.util.ArrayList;
import java.util.List;

/** Co-scheduling: the vCPUs of a guest are stopped when one of them lags too far behind the others, and then start together. */
final class Gangs implements CoScheduling {

    /*
     * A vCPU lags by the time it was ready without a core while another vCPU of its guest ran, less the time it ran
     * while another was ready. Idle vCPUs do not lag. Beyond the skew that is allowed the whole guest is stopped. It
     * starts again, all lag forgotten, at a decision of a core that would choose one of those who must start together,
     * if at that instant there is a core for each of them: the one that decides, idle ones, those of their own guest,
     * and those whose contexts are so far ahead in virtual time that they would have to give way to a waking context.
     * Must: all that want to run (strict), or those whose lag was too much (relaxed); the others are free then.
     */

    private final Processors processors;
    private final Gang.Rules rules;
    private final Calls calls;
    private final Homes homes;
    private final CoStart coStart;
    private final List<Gang> gangs = new ArrayList<>();
    private final List<GangMember> members = new ArrayList<>();
    private final Competitor[] promised;

    Gangs(Processors processors, Gang.Rules rules, Competition competition, Calls calls, Homes homes) {
        this.processors = processors;
        this.rules = rules;
        this.calls = calls;
        this.homes = homes;
        promised = new Competitor[processors.cores().size()];
        coStart = new CoStart(processors.cores(), competition, homes, promised);
    }

    @Override
    public void admit(Competitor competitor) {
        Gang gang = gang(competitor.context.domain());
        GangMember member = new GangMember(competitor, gang);
        gang.members().add(member);
        members.add(member);
    }

    private Gang gang(int domain) {
        for (Gang gang : gangs) {
            if (gang.domain() == domain) {
                return gang;
            }
        }
        Gang gang = new Gang(domain, rules, processors.simulation(), this::takeCores);
        gangs.add(gang);
        return gang;
    }

    @Override
    public void start() {
        for (Gang gang : gangs) {
            boolean pinned = gang.members().stream().anyMatch(member -> member.competitor.context.pinnedTo() >= 0);
            int cores = homes.coresFor(gang.members().get(0).competitor.context);
            if (gang.domain() < 0 || pinned || gang.members().size() == 1 || gang.members().size() > cores) {
                gang.disband();
            }
        }
    }

    /** The gang is stopped: whoever of it runs loses its core, which chooses anew. */
    private void takeCores(Gang gang) {
        for (int i = 0; i < gang.members().size(); i++) {
            GangMember member = gang.members().get(i);
            if (member.state == GangMember.State.RUNS) {
                calls.call(member.competitor.context.core());
            }
        }
    }

    @Override
    public void waits(Competitor competitor) {
        change(competitor, GangMember.State.WAITS);
    }

    @Override
    public void rests(Competitor competitor) {
        change(competitor, GangMember.State.RESTS);
    }

    private GangMember change(Competitor competitor, GangMember.State to) {
        GangMember member = member(competitor);
        member.gang.change(member, to);
        return member;
    }

    @Override
    public void runs(Competitor competitor, Core core) {
        GangMember member = change(competitor, GangMember.State.RUNS);
        promised[core.index()] = null;
        member.promisedTo = -1;
        if (member.gang.isStopped()) {
            startTogether(member, core);
        }
    }

    private void startTogether(GangMember first, Core core) {
        Gang gang = first.gang;
        coStart.plan(first, core);
        for (int i = 0; i < gang.members().size(); i++) {
            GangMember member = gang.members().get(i);
            Core planned = coStart.coreOf(i);
            if (member != first && planned != null) {
                member.promisedTo = planned.index();
                promised[planned.index()] = member.competitor;
                calls.call(planned);
            }
        }
        gang.go();
        for (int i = 0; i < gang.members().size(); i++) {
            GangMember member = gang.members().get(i);
            if (member.state == GangMember.State.WAITS && member.promisedTo < 0) {
                calls.callIdle(member.competitor.context);
            }
        }
    }

    @Override
    public boolean isHeld(Competitor competitor) {
        return member(competitor).gang.isStopped();
    }

    @Override
    public boolean mayStart(Competitor competitor, Core core) {
        GangMember member = member(competitor);
        if (member.promisedTo >= 0) {
            return member.promisedTo == core.index();
        }
        return !member.gang.isStopped() || member.isRequired && coStart.plan(member, core);
    }

    @Override
    public Competitor promisedTo(Core core) {
        return promised[core.index()];
    }

    private GangMember member(Competitor competitor) {
        return members.get(competitor.context.ordinal());
    }
}
