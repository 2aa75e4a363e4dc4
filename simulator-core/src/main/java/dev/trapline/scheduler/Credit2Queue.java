package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.List;

/** The run queue that cores of one socket share under credit2: those who are ready, the one with most credit first. */
final class Credit2Queue {
    final List<Core> cores = new ArrayList<>();
    /** All vCPUs that compete here, ready or not. */
    final List<Credit2Vcpu> members = new ArrayList<>();
    final Credit2Load load = new Credit2Load(0);
    private final List<Credit2Vcpu> ready = new ArrayList<>();
    private long greatestWeight = 1;
    private int given;

    /** The vCPU competes here from now on, beginning on the next core in turn. */
    void assign(Credit2Vcpu vcpu, long now) {
        vcpu.queue = this;
        vcpu.core = nextCoreFor(vcpu).index();
        members.add(vcpu);
        greatestWeight = Math.max(greatestWeight, vcpu.domain.terms.weight());
        load.shift(vcpu.load.average(now), now);
    }

    void dismiss(Credit2Vcpu vcpu, long now) {
        members.remove(vcpu);
        load.shift(-vcpu.load.average(now), now);
        greatestWeight = 1;
        for (int i = 0; i < members.size(); i++) {
            greatestWeight = Math.max(greatestWeight, members.get(i).domain.terms.weight());
        }
    }

    boolean allows(Credit2Vcpu vcpu) {
        for (int i = 0; i < cores.size(); i++) {
            if (Calls.allows(vcpu.context, cores.get(i))) {
                return true;
            }
        }
        return false;
    }

    private Core nextCoreFor(Credit2Vcpu vcpu) {
        Core core = cores.get(given++ % cores.size());
        while (!Calls.allows(vcpu.context, core)) {
            core = cores.get(given++ % cores.size());
        }
        return core;
    }

    /** Queues a ready vCPU behind those who have as much credit. */
    void insert(Credit2Vcpu vcpu) {
        int at = 0;
        while (at < ready.size() && ready.get(at).credit >= vcpu.credit) {
            at++;
        }
        ready.add(at, vcpu);
    }

    boolean remove(Credit2Vcpu vcpu) {
        return ready.remove(vcpu);
    }

    int size() {
        return ready.size();
    }

    Credit2Vcpu get(int index) {
        return ready.get(index);
    }

    /** What running for so long costs: the lighter, the more. */
    long credits(long picos, Credit2Vcpu vcpu) {
        return picos * greatestWeight / vcpu.domain.terms.weight();
    }

    /** How long it can run on so much credit. */
    long picos(long credits, Credit2Vcpu vcpu) {
        return credits * vcpu.domain.terms.weight() / greatestWeight;
    }

    /** The period of credit ends: all get the same, often enough that the next one to run has some. */
    void reset(Credit2Vcpu next, long creditPicos, long carryOverPicos, long now) {
        long times = 1 + Math.max(0, -next.credit / creditPicos);
        for (int i = 0; i < members.size(); i++) {
            Credit2Vcpu vcpu = members.get(i);
            vcpu.charge(now);
            vcpu.credit = Math.min(vcpu.credit + times * creditPicos, creditPicos + carryOverPicos);
        }
    }
}
