package dev.trapline.work;

/**
 * What a context misses of its working set in the cache of its core, and fetches again while it works: at most one unit of
 * time of fetching for each unit of work, since only what work touches is fetched. What others fetched meanwhile first
 * fills what the cache has left and then evicts; on a core with another cache everything is missing.
 */
final class WorkingSet {
    private final long bytes;
    private final long cacheBytes;
    private final int lineBytes;
    private final int coresSharing;
    private final long linePicos;
    private final Processors processors;
    private int cache = -1;
    private long missing;
    private long mark;
    private Block paidFor;

    WorkingSet(ContextSettings settings, Processors processors) {
        this.processors = processors;
        cacheBytes = settings.cacheBytes();
        bytes = Math.min(settings.workingSetBytes(), cacheBytes);
        lineBytes = settings.lineBytes();
        coresSharing = settings.coresSharing();
        linePicos = Math.max(1, processors.picos(settings.missMilliCycles()));
    }

    /** The context gets this core. */
    void arrives(Core core) {
        if (bytes == 0) {
            return;
        }
        int there = core.index() / coresSharing;
        long present = bytes - missing;
        if (there != cache) {
            missing = bytes;
        } else {
            long evicted = processors.fetchedBytes(there) - mark - (cacheBytes - present);
            missing += Math.max(0, Math.min(present, evicted));
        }
        cache = there;
        paidFor = null;
    }

    /** The context loses its core. */
    void leaves() {
        if (bytes > 0) {
            mark = processors.fetchedBytes(cache);
        }
    }

    /** The lines that are fetched in the course of this piece of work; once for each stay and piece. */
    long fetchFor(Block work) {
        if (missing == 0 || work == paidFor || work.remaining() == 0) {
            return 0;
        }
        paidFor = work;
        long lines = Math.min(missing / lineBytes, work.remaining() / linePicos);
        missing -= lines * lineBytes;
        processors.fetched(cache, lines * lineBytes);
        return lines;
    }

    /** The piece of work has ended, and another is written into the same block. */
    void ended(Block work) {
        if (work == paidFor) {
            paidFor = null;
        }
    }
}
