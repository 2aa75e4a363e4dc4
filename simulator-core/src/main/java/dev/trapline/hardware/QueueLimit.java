package dev.trapline.hardware;

import dev.trapline.engine.Simulation;
import java.util.ArrayDeque;

/** The operations that a device can know at a time; others wait before it, first come first served. */
final class QueueLimit extends Layer {
    private final int most;
    private final Simulation simulation;
    private final ArrayDeque<Job> waiting = new ArrayDeque<>();
    private int known;

    QueueLimit(BlockDevice behind, int most, Simulation simulation) {
        super(behind);
        this.most = most;
        this.simulation = simulation;
    }

    @Override
    public void submit(Job job) {
        if (known == most) {
            waiting.addLast(job);
        } else {
            pass(job);
        }
    }

    private void pass(Job job) {
        known++;
        behind().submit(new Known(job));
    }

    @Override
    long inside() {
        return known + waiting.size();
    }

    @Override
    public void checkConservation() {
        super.checkConservation();
        if (!waiting.isEmpty() && known < most || known > 0 && behind().isIdle()) {
            throw new IllegalStateException("a device knows " + known + " operations of at most " + most + ", and " + waiting.size()
                    + " wait before it" + (behind().isIdle() ? "; it is idle" : ""));
        }
    }

    private final class Known extends PassedOn {
        Known(Job job) {
            super(job);
        }

        @Override
        public void ended() {
            known--;
            if (!waiting.isEmpty()) {
                Job next = waiting.removeFirst();
                next.spent(StorageTime.QUEUE, simulation.now());
                pass(next);
            }
            job().ended();
        }
    }
}
