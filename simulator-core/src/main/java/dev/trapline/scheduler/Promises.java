package dev.trapline.scheduler;

/**
 * What a scheduler keeps by its own rules, with the parameters it was made with; contract tests hold every scheduler of
 * the list to it.
 *
 * @param workConserving whether a core takes any ready context that may run on it; if not, only those that stand in its
 *     own queue, which they never leave
 * @param evenOverCores whether equals share all cores as they would share one; if not, only those of one core do
 * @param idlePicos how long a core may idle while there is a context that it would take
 * @param longestWait how long a context may wait that always wants to run
 */
public record Promises(boolean workConserving, boolean evenOverCores, long idlePicos, Wait longestWait) {

    /** The longest that one of so many equal contexts, all of which always want to run, waits for one of so many cores. */
    @FunctionalInterface
    public interface Wait {
        long picos(int contexts, int cores);
    }

    /** No core idles while a context is ready, and equals share all cores. */
    public static Promises of(Wait wait) {
        return new Promises(true, true, 0, wait);
    }

    /** A core may idle for so long while a context is ready. */
    public Promises idlingFor(long picos) {
        return new Promises(workConserving, evenOverCores, picos, longestWait);
    }

    /** Contexts move between cores only to make those more equal, so that three on two cores do not share equally. */
    public Promises unevenOverCores() {
        return new Promises(workConserving, false, idlePicos, longestWait);
    }

    /** Cores may idle because of what runs beside them. */
    public Promises leavingCoresIdle() {
        return new Promises(false, evenOverCores, idlePicos, longestWait);
    }

    /** A context never leaves the queue of its core, whatever the others have to do. */
    public Promises forEachCoreAlone() {
        return new Promises(false, false, idlePicos, longestWait);
    }
}
