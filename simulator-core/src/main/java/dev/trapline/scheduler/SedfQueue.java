package dev.trapline.scheduler;

import java.util.ArrayList;
import java.util.List;

/** The ready vCPUs of one core under SEDF. */
final class SedfQueue {
    private final List<SedfVcpu> ready = new ArrayList<>();

    void add(SedfVcpu vcpu) {
        ready.add(vcpu);
    }

    void remove(SedfVcpu vcpu) {
        ready.remove(vcpu);
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    void keepUp(long now) {
        for (int i = 0; i < ready.size(); i++) {
            ready.get(i).keepUp(now);
        }
    }

    /** Of those that have something left of a slice in the current period, the one with the earliest deadline; or null. */
    SedfVcpu earliestDeadline(long now) {
        SedfVcpu first = null;
        for (int i = 0; i < ready.size(); i++) {
            SedfVcpu vcpu = ready.get(i);
            boolean earlier = first == null || vcpu.deadline() < first.deadline();
            first = vcpu.mayUseItsSlice(now) && earlier ? vcpu : first;
        }
        return first;
    }

    /** When the next period of any of them begins. */
    long nextPeriod(long now) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < ready.size(); i++) {
            long begin = ready.get(i).periodBegin();
            next = begin > now ? Math.min(next, begin) : next;
        }
        return next;
    }

    /** Who has lost part of a slice, the most first; else the one whose turn in extra time it is. */
    SedfVcpu firstInExtraTime() {
        SedfVcpu first = null;
        for (int i = 0; i < ready.size(); i++) {
            SedfVcpu vcpu = ready.get(i);
            first = first == null || goesBefore(vcpu, first) ? vcpu : first;
        }
        return first;
    }

    private static boolean goesBefore(SedfVcpu one, SedfVcpu other) {
        if (one.hasLost() != other.hasLost()) {
            return one.hasLost();
        }
        return one.hasLost() ? one.lossScore() < other.lossScore() : one.score() < other.score();
    }

    /** One of them had a turn in extra time that brings all others so much nearer to theirs. */
    void advance(long by) {
        for (int i = 0; i < ready.size(); i++) {
            ready.get(i).advance(by);
        }
    }
}
