package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayList;

/**
 * A disk at work: one operation at a time. Of the operations that it knows it takes the one which it can reach first, seek
 * and rotation together; an operation that has been passed over too often goes first whatever it takes.
 */
public final class Disk {
    private static final int PASSED_OVER_AT_MOST = 64;

    /** An operation for a disk. */
    public interface Job {
        long bytes();

        boolean isWrite();

        /** Where on the disk it begins, 0 to 1. */
        double position();

        /** Whether it goes on where the operation before it of the same source ended, if {@link #begins} says no other. */
        boolean isSequential();

        /** The source of which it may be the continuation. */
        Object source();

        /** At which of its source's addresses it begins; it goes on only where the operation before it ended. */
        default long begins() {
            return 0;
        }

        /** The address of its source after it. */
        default long ends() {
            return 0;
        }

        /** At which angle of the disk it begins, 0 to 1 of a revolution. */
        double angle();

        /** The disk begins with it. */
        void begun();

        /** The disk has ended it, in so many picoseconds of service. */
        void ended(long servicePicos);
    }

    private final DiskModel model;
    private final Simulation simulation;
    private final Timer completion;
    private final ArrayList<Job> queue = new ArrayList<>();
    private int passedOver;
    private Job active;
    private Object lastSource;
    private long lastEnd;
    private double head;
    private long service;
    private long busyPicos;
    private long busySince;

    public Disk(String name, DiskModel model, Simulation simulation) {
        this.model = model;
        this.simulation = simulation;
        completion = simulation.newTimer(name + " completion", Phase.COMPLETE, this::complete);
    }

    public void submit(Job job) {
        queue.add(job);
        if (active == null) {
            begin();
        }
    }

    public DiskModel model() {
        return model;
    }

    public boolean isIdle() {
        return active == null;
    }

    /** The time it was busy until now. */
    public long busyPicos(long now) {
        return busyPicos + (active == null ? 0 : now - busySince);
    }

    private void begin() {
        active = queue.remove(nearest());
        active.begun();
        service = model.overheadPicos() + model.transferPicos(active.bytes()) + positioning(active)
                + (active.isWrite() && !goesOn(active) ? model.writeExtraPicos() : 0);
        if (!goesOn(active)) {
            head = active.position();
        }
        lastSource = active.isSequential() ? active.source() : null;
        lastEnd = active.ends();
        busySince = simulation.now();
        completion.armAfter(service);
    }

    /** The place in the queue of the operation that it takes next. */
    private int nearest() {
        int nearest = 0;
        if (passedOver < PASSED_OVER_AT_MOST) {
            long least = positioning(queue.get(0));
            int known = Math.min(model.queueDepth(), queue.size());
            for (int i = 1; i < known; i++) {
                long takes = positioning(queue.get(i));
                if (takes < least) {
                    least = takes;
                    nearest = i;
                }
            }
        }
        passedOver = nearest == 0 ? 0 : passedOver + 1;
        return nearest;
    }

    private long positioning(Job job) {
        if (goesOn(job)) {
            return 0;
        }
        long seek = model.seekPicos(Math.abs(job.position() - head));
        return seek + model.turnPicos(simulation.now(), seek, job.angle());
    }

    private boolean goesOn(Job job) {
        return job.isSequential() && job.source() == lastSource && job.begins() == lastEnd;
    }

    private void complete() {
        Job ended = active;
        long took = service;
        active = null;
        busyPicos += took;
        if (!queue.isEmpty()) {
            begin();
        }
        ended.ended(took);
    }
}
