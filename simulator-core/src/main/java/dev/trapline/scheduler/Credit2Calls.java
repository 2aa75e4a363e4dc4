package dev.trapline.scheduler;

import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import java.util.List;

/** Which core is called for a vCPU that credit2 has queued, and which of them have not answered yet. */
final class Credit2Calls {

    /*
     * As runq_tickle() in xen/common/sched/credit2.c of 4.17: an idle core of the queue is called, the last one of the vCPU
     * if both threads of that idle, another of that kind, its last one, another. If none is idle it is the core whose vCPU
     * has least credit, if that is less than the new one's (less the resistance on another core than its last), but not one
     * whose rate limit protects it: then the new one waits until a core chooses anyway. A vCPU for which a core was called
     * is left to that one.
     */

    private final Processors processors;
    private final List<Credit2Vcpu> vcpus;
    private final Credit2Rules rules;
    private final boolean[] called;

    Credit2Calls(Processors processors, List<Credit2Vcpu> vcpus, Credit2Rules rules) {
        this.processors = processors;
        this.vcpus = vcpus;
        this.rules = rules;
        called = new boolean[processors.cores().size()];
    }

    /** The core chooses, so that the call has arrived. */
    void answered(Core core) {
        called[core.index()] = false;
    }

    /** Whether another core was called for the vCPU and is on its way. */
    boolean isExpectedElsewhere(Credit2Vcpu vcpu, Core core) {
        return vcpu.calledFor != Credit2Vcpu.NOBODY && vcpu.calledFor != core.index() && called[vcpu.calledFor];
    }

    /**
     * Calls a core for a vCPU that has just been queued, if there is one for it.
     *
     * @param except a core that is about to run another; or null
     */
    void callFor(Credit2Vcpu vcpu, Core except) {
        Core core = idleFor(vcpu, except, true);
        core = core != null ? core : idleFor(vcpu, except, false);
        core = core != null ? core : weakestFor(vcpu, except);
        if (core != null) {
            vcpu.calledFor = core.index();
            called[core.index()] = true;
            core.reschedule();
        }
    }

    /** The last core of the vCPU, or the next in order, that idles, if asked with its sibling. */
    private Core idleFor(Credit2Vcpu vcpu, Core except, boolean withSibling) {
        List<Core> cores = vcpu.queue.cores;
        int own = vcpu.core - cores.get(0).index();
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get((own + i) % cores.size());
            boolean idles = isFree(core, except) && (!withSibling || core.sibling() == null || isFree(core.sibling(), except));
            if (idles && Calls.allows(vcpu.context, core)) {
                return core;
            }
        }
        return null;
    }

    private boolean isFree(Core core, Core except) {
        return core != except && core.isIdle() && !called[core.index()];
    }

    /** The core whose vCPU has least credit, if it may be preempted; or null. */
    private Core weakestFor(Credit2Vcpu vcpu, Core except) {
        Core weakest = null;
        long most = 0;
        List<Core> cores = vcpu.queue.cores;
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            if (core != except && !core.isIdle() && !called[core.index()] && Calls.allows(vcpu.context, core)) {
                long advantage = advantage(vcpu, vcpus.get(core.current().ordinal()));
                weakest = advantage > most || advantage == most && advantage > 0 && core.index() == vcpu.core ? core : weakest;
                most = Math.max(most, advantage);
            }
        }
        return weakest;
    }

    private long advantage(Credit2Vcpu vcpu, Credit2Vcpu running) {
        long now = processors.now();
        if (now - running.dispatchedAt < rules.rateLimitPicos() - rules.rateLimitTolerancePicos()) {
            return 0;
        }
        running.charge(now);
        long advantage = vcpu.credit - running.credit;
        return vcpu.core == running.core ? advantage : advantage - rules.migrateResistance();
    }
}
