package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;

/** A disk at work: one operation at a time, the others wait in order of arrival. */
public final class Disk {
    /** An operation for a disk. */
    public interface Job {
        long bytes();

        /** Where on the disk it begins, 0 to 1. */
        double position();

        /** Whether it goes on where the operation before it of the same source ended. */
        boolean isSequential();

        /** The source of which it may be the continuation. */
        Object source();

        /** Where the disk is in its revolution when it gets there, 0 to 1. */
        double angle();

        /** The disk begins with it. */
        void begun();

        /** The disk has ended it, in so many picoseconds of service. */
        void ended(long servicePicos);
    }

    private final DiskModel model;
    private final Simulation simulation;
    private final Timer completion;
    private final ArrayDeque<Job> queue = new ArrayDeque<>();
    private Job active;
    private Object lastSource;
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
        queue.addLast(job);
        if (active == null) {
            begin();
        }
    }

    /** The time it was busy until now. */
    public long busyPicos(long now) {
        return busyPicos + (active == null ? 0 : now - busySince);
    }

    private void begin() {
        active = queue.removeFirst();
        active.begun();
        service = model.overheadPicos() + model.transferPicos(active.bytes()) + positioning(active);
        lastSource = active.source();
        head = active.position();
        busySince = simulation.now();
        completion.armAfter(service);
    }

    private long positioning(Job job) {
        if (job.isSequential() && job.source() == lastSource) {
            return 0;
        }
        return model.seekPicos(Math.abs(job.position() - head)) + (long) (job.angle() * model.rotationPicos());
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
