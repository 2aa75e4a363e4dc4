package dev.trapline.hardware;

import dev.trapline.engine.Simulation;

/**
 * A cache before a device that keeps what was read or written last, in lines of 4 KiB that it has wholly; a read of which it
 * has every line does not go to the device.
 */
final class ReadCache extends Layer {
    private static final long LINE_BYTES = 4096;

    private final Station answering;
    private final Simulation simulation;
    private final PageOrder lines = new PageOrder();
    private final long most;
    private final Pool<Missing> misses = new Pool<>(Missing::new);
    private final Pool<Answer> answers = new Pool<>(Answer::new);
    private long missing;

    ReadCache(String name, BlockDevice behind, long sizeBytes, Simulation simulation) {
        this(behind, sizeBytes, new Station(name, "read cache", 1, simulation), simulation);
    }

    private ReadCache(BlockDevice behind, long sizeBytes, Station answering, Simulation simulation) {
        super(behind, answering);
        this.answering = answering;
        this.simulation = simulation;
        most = sizeBytes / LINE_BYTES;
    }

    @Override
    public void submit(Job job) {
        if (job.isWrite()) {
            keep(job);
            behind().submit(job);
        } else if (has(job)) {
            Answer answer = answers.take();
            answer.job = job;
            answering.enter(answer);
        } else {
            missing++;
            Missing asked = misses.take();
            asked.stands(job);
            behind().submit(asked);
        }
    }

    private boolean has(Job job) {
        long end = address(job) + job.bytes();
        for (long line = address(job) / LINE_BYTES; line * LINE_BYTES < end; line++) {
            if (!lines.use(line)) {
                return false;
            }
        }
        return true;
    }

    private void keep(Job job) {
        long begin = address(job);
        long end = begin + job.bytes();
        for (long line = (begin + LINE_BYTES - 1) / LINE_BYTES; (line + 1) * LINE_BYTES <= end; line++) {
            lines.put(line);
            if (lines.size() > most) {
                lines.remove(lines.first());
            }
        }
    }

    @Override
    long inside() {
        return answering.inside() + missing;
    }

    @Override
    public void checkConservation() {
        answering.checkConservation();
        super.checkConservation();
        if (missing != misses.inUse() || answering.inside() != answers.inUse()) {
            throw new IllegalStateException("a read cache waits for " + missing + " reads and answers " + answering.inside() + ", but "
                    + misses.inUse() + " and " + answers.inUse() + " are in use");
        }
        if (missing > 0 && behind().isIdle()) {
            throw new IllegalStateException("a read cache waits for " + missing + " reads, and nothing is read");
        }
    }

    private final class Missing extends PassedOn {
        @Override
        public void ended() {
            Job done = job();
            missing--;
            misses.giveBack(this);
            keep(done);
            done.ended();
        }
    }

    private final class Answer implements Station.Visitor {
        private Job job;

        @Override
        public long servicePicos() {
            return 0;
        }

        @Override
        public void begun() {
            job.spent(StorageTime.CONTROLLER_QUEUE, simulation.now());
        }

        @Override
        public void served() {
            Job done = job;
            answers.giveBack(this);
            done.spent(StorageTime.CONTROLLER, simulation.now());
            done.ended();
        }
    }
}
