package dev.trapline.scheduler;

/** Whose slice was interrupted on which core: it goes on there as soon as the interrupter blocks. */
final class Interrupted {
    private final Competitor[] interrupted;
    private final boolean[] resumes;

    Interrupted(int cores) {
        interrupted = new Competitor[cores];
        resumes = new boolean[cores];
    }

    /** Who ran on the core has blocked. */
    void blocked(int core) {
        resumes[core] = true;
    }

    /** Who ran on the core has lost it; it has a slice to go on with, or {@code displaced} is null. */
    void displaced(int core, Competitor displaced) {
        resumes[core] = false;
        interrupted[core] = displaced;
    }

    /** Whose slice on this core is not over. */
    boolean isOf(Competitor competitor, int core) {
        return interrupted[core] == competitor;
    }

    /** Who shall go on now, or null. */
    Competitor resumed(int core) {
        return resumes[core] ? interrupted[core] : null;
    }

    /** It runs, here or on another core than the one where it was interrupted. */
    void runs(Competitor competitor) {
        for (int i = 0; i < interrupted.length; i++) {
            if (interrupted[i] == competitor) {
                interrupted[i] = null;
            }
        }
    }
}
