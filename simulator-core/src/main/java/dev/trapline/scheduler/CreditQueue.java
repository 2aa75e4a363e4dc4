package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.List;

/** The run queue of one core under the credit scheduler. */
final class CreditQueue {
    private final List<CreditVcpu> vcpus = new ArrayList<>();

    boolean isEmpty() {
        return vcpus.isEmpty();
    }

    /** Inserts a vCPU before the first of lower priority: behind its equals. */
    void insert(CreditVcpu vcpu) {
        int at = 0;
        while (at < vcpus.size() && vcpu.priority <= vcpus.get(at).priority) {
            at++;
        }
        vcpus.add(at, vcpu);
    }

    boolean remove(CreditVcpu vcpu) {
        return vcpus.remove(vcpu);
    }

    CreditVcpu head() {
        return vcpus.isEmpty() ? null : vcpus.get(0);
    }

    /**
     * Takes out the first of those of strictly higher priority that may run on the other core; null if there is none.
     */
    CreditVcpu steal(int priority, Core thief) {
        for (int i = 0; i < vcpus.size() && vcpus.get(i).priority > priority; i++) {
            if (Calls.allows(vcpus.get(i).context, thief)) {
                return vcpus.remove(i);
            }
        }
        return null;
    }

    /** After accounting: those that have credit go before those that have none, the order is kept otherwise. */
    void sort() {
        int sorted = 0;
        for (int i = 0; i < vcpus.size(); i++) {
            if (vcpus.get(i).priority >= CreditVcpu.UNDER) {
                vcpus.add(sorted++, vcpus.remove(i));
            }
        }
    }
}
