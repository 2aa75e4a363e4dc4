package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.NodeMemory;
import java.util.ArrayList;
import java.util.List;

/** The vCPUs of one guest, which have one home; a driver domain's and a host's have none. */
final class Household {
    static final int NOWHERE = -1;

    private final int domain;
    private final List<Context> members = new ArrayList<>();
    private int home = NOWHERE;
    private long askedBefore;

    Household(int domain) {
        this.domain = domain;
    }

    boolean isOf(Context context) {
        return domain == context.domain();
    }

    void add(Context context) {
        members.add(context);
    }

    /** Whether it can be at home in so many cores: it is a guest, is not too wide, pinned nowhere, its memory not spread. */
    boolean fits(int cores) {
        boolean free = domain >= 0 && members.size() <= cores;
        for (Context member : members) {
            free &= member.pinnedTo() < 0;
        }
        return free && (memory() == null || memory().hasHome());
    }

    /** Where its memory is; null where all memory is equally near. */
    NodeMemory memory() {
        return members.get(0).memory();
    }

    int home() {
        return home;
    }

    void settle(int district) {
        home = district;
    }

    boolean runs() {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).state() == Context.State.RUNNING) {
                return true;
            }
        }
        return false;
    }

    /** The core time that it had or waited for since this was asked last. */
    long askedFor(long now) {
        long asked = 0;
        for (int i = 0; i < members.size(); i++) {
            Context member = members.get(i);
            asked += member.picos(Context.State.RUNNING, now) + member.readyPicos(now);
        }
        long since = asked - askedBefore;
        askedBefore = asked;
        return since;
    }
}
