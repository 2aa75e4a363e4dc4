package dev.trapline.hardware;

import dev.trapline.engine.Simulation;
import java.util.ArrayDeque;

/** The operations that a device can know at a time; others wait before it, first come first served. */
final class QueueLimit extends Layer {
    private final int most;
    private final Simulation simulation;
    private final ArrayDeque<Job> waiting = new ArrayDeque<>();
    private final Pool<Known> pool = new Pool<>(Known::new);
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
        Known one = pool.take();
        one.stands(job);
        behind().submit(one);
    }

    @Override
    long inside() {
        return known + waiting.size();
    }

    @Override
    public void checkConservation() {
        super.checkConservation();
        if (known != pool.inUse() || !waiting.isEmpty() && known < most || known > 0 && behind().isIdle()) {
            throw new IllegalStateException("a device knows " + known + " operations of at most " + most + ", and " + waiting.size()
                    + " wait before it" + (behind().isIdle() ? "; it is idle" : ""));
        }
    }

    private final class Known extends PassedOn {
        @Override
        public void ended() {
            Job done = job();
            known--;
            pool.giveBack(this);
            if (!waiting.isEmpty()) {
                Job next = waiting.removeFirst();
                next.spent(StorageTime.QUEUE, simulation.now());
                pass(next);
            }
            done.ended();
        }
    }
}
