package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.Arrays;

/**
 * The ready contexts under proportional share, in the order in which they came. What decides between them stands in arrays beside
 * them, because each choice goes through all: it cannot change while they are ready.
 */
final class Contenders {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int NONE = -1;

    /** Who may be chosen for a core. */
    @FunctionalInterface
    interface Eligible {
        boolean mayTake(Competitor candidate, Core core);
    }

    private Competitor[] ready = new Competitor[16];
    private long[] virtual = new long[ready.length];
    /** From when each is owed; {@link #NEVER}: it has no reservation. */
    private long[] owedFrom = new long[ready.length];
    /** The core that each ran on last, or {@link #NONE}. */
    private int[] cores = new int[ready.length];
    private int size;

    void add(Competitor competitor) {
        if (size == ready.length) {
            ready = Arrays.copyOf(ready, 2 * size);
            virtual = Arrays.copyOf(virtual, 2 * size);
            owedFrom = Arrays.copyOf(owedFrom, 2 * size);
            cores = Arrays.copyOf(cores, 2 * size);
        }
        ready[size] = competitor;
        virtual[size] = competitor.virtualPicos();
        owedFrom[size] = competitor.owedFrom();
        cores[size] = competitor.context.core() == null ? NONE : competitor.context.core().index();
        size++;
    }

    void remove(Competitor competitor) {
        int at = find(competitor);
        if (at == NONE) {
            return;
        }
        size--;
        System.arraycopy(ready, at + 1, ready, at, size - at);
        System.arraycopy(virtual, at + 1, virtual, at, size - at);
        System.arraycopy(owedFrom, at + 1, owedFrom, at, size - at);
        System.arraycopy(cores, at + 1, cores, at, size - at);
        ready[size] = null;
    }

    boolean contains(Competitor competitor) {
        return find(competitor) != NONE;
    }

    private int find(Competitor competitor) {
        for (int i = 0; i < size; i++) {
            if (ready[i] == competitor) {
                return i;
            }
        }
        return NONE;
    }

    /** Of those that are eligible for a core the one that goes first: the longest owed, or else the least far; or null. */
    Competitor first(Core core, Eligible eligible, long now) {
        int first = NONE;
        for (int i = 0; i < size; i++) {
            if ((first == NONE || goesBefore(i, first, now)) && eligible.mayTake(ready[i], core)) {
                first = i;
            }
        }
        return first == NONE ? null : ready[first];
    }

    private boolean goesBefore(int one, int other, long now) {
        return goesBefore(owedFrom[one], virtual[one], owedFrom[other], virtual[other], now);
    }

    /** Whether one goes before another; null is nobody. */
    static boolean goesBefore(Competitor one, Competitor other, long now) {
        return other == null
                || goesBefore(one.owedFrom(), one.virtualPicos(), other.owedFrom(), other.virtualPicos(), now);
    }

    private static boolean goesBefore(long owedFrom, long virtual, long otherOwedFrom, long otherVirtual, long now) {
        return owedFrom > now && otherOwedFrom > now ? virtual < otherVirtual : owedFrom < otherOwedFrom;
    }

    /** The least far of those that need not move to this core, if it is near enough to the first of all; else that. */
    Competitor warmOr(Competitor first, Core core, Eligible eligible, long nearPicos) {
        int warm = NONE;
        for (int i = 0; i < size; i++) {
            boolean stays = cores[i] == core.index() || cores[i] == NONE;
            boolean better = stays && (warm == NONE || virtual[i] < virtual[warm]);
            if (better && eligible.mayTake(ready[i], core)) {
                warm = i;
            }
        }
        boolean near = warm != NONE && virtual[warm] - first.virtualPicos() <= nearPicos;
        return near ? ready[warm] : first;
    }
}
