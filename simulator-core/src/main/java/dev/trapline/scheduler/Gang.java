package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The vCPUs of one guest that are co-scheduled: how far each of them lags behind the others, and whether they are stopped. */
final class Gang {
    /** What stops all of a gang, and who must start together after that. */
    record Rules(long skewPicos, boolean strict) {}

    private final int domain;
    private final Rules rules;
    private final Simulation simulation;
    private final Timer limit;
    private final List<GangMember> members = new ArrayList<>();
    private final Runnable stops;
    private boolean disbanded;
    private boolean stopped;
    private long since;

    /** @param stops is run when the gang has stopped, to take the cores of its members */
    Gang(int domain, Rules rules, Simulation simulation, Consumer<Gang> stops) {
        this.domain = domain;
        this.rules = rules;
        this.simulation = simulation;
        this.stops = () -> stops.accept(this);
        limit = simulation.newTimer("skew of domain " + domain, Phase.ARRIVE, this::stop);
    }

    int domain() {
        return domain;
    }

    List<GangMember> members() {
        return members;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Its members are scheduled each by itself: it is alone, or too large for the cores. */
    void disband() {
        disbanded = true;
    }

    void change(GangMember member, GangMember.State to) {
        if (disbanded) {
            member.state = to;
            return;
        }
        account();
        member.state = to;
        if (to == GangMember.State.RESTS) {
            member.lagPicos = 0;
        }
        if (stopped) {
            member.isRequired = rules.strict() ? to != GangMember.State.RESTS : member.isRequired;
            tellWhoIsHeld();
        }
        watch();
    }

    /** Who waits and could not start if there were a core for it alone. */
    private void tellWhoIsHeld() {
        int required = 0;
        for (int i = 0; i < members.size(); i++) {
            required += members.get(i).isRequired ? 1 : 0;
        }
        for (int i = 0; i < members.size(); i++) {
            GangMember member = members.get(i);
            boolean waits = member.state == GangMember.State.WAITS;
            member.competitor.context.coStopped(waits && !(member.isRequired && required == 1));
        }
    }

    private void account() {
        long passed = simulation.now() - since;
        since = simulation.now();
        if (passed == 0) {
            return;
        }
        boolean waits = isAny(GangMember.State.WAITS);
        boolean runs = isAny(GangMember.State.RUNS);
        for (int i = 0; i < members.size(); i++) {
            GangMember member = members.get(i);
            if (runs && member.state == GangMember.State.WAITS) {
                member.lagPicos += passed;
            } else if (waits && member.state == GangMember.State.RUNS) {
                member.lagPicos = Math.max(0, member.lagPicos - passed);
            }
        }
    }

    private boolean isAny(GangMember.State state) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).state == state) {
                return true;
            }
        }
        return false;
    }

    /** Looks ahead to the instant at which somebody lags too far behind. */
    private void watch() {
        limit.cancel();
        if (stopped || !isAny(GangMember.State.RUNS)) {
            return;
        }
        long most = -1;
        for (int i = 0; i < members.size(); i++) {
            GangMember member = members.get(i);
            most = member.state == GangMember.State.WAITS ? Math.max(most, member.lagPicos) : most;
        }
        if (most >= 0) {
            limit.armAfter(Math.max(0, rules.skewPicos() - most));
        }
    }

    private void stop() {
        account();
        stopped = true;
        for (int i = 0; i < members.size(); i++) {
            GangMember member = members.get(i);
            boolean waits = member.state == GangMember.State.WAITS;
            member.isRequired = rules.strict() ? member.state != GangMember.State.RESTS : waits && member.lagPicos >= rules.skewPicos();
        }
        tellWhoIsHeld();
        stops.run();
    }

    /** All that must start together do: whatever lag there was is forgotten. */
    void go() {
        account();
        stopped = false;
        for (int i = 0; i < members.size(); i++) {
            GangMember member = members.get(i);
            member.lagPicos = 0;
            member.isRequired = false;
            member.competitor.context.coStopped(false);
        }
        watch();
    }
}
