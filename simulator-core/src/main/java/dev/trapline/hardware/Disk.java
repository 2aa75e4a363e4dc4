package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk at work: one operation at a time. Which of the operations that it knows it takes next is its {@link DiskOrder}; one
 * that has been passed over too often goes first whatever it takes.
 */
public final class Disk implements BlockDevice, BusyPart {
    private static final int PASSED_OVER_AT_MOST = 64;

    private final DiskModel model;
    private final double startAngle;
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
    private long submitted;
    private long ended;

    public Disk(String name, DiskModel model, Simulation simulation) {
        this(name, model, 0, simulation);
    }

    /** @param startAngle at which angle it stands when the simulation begins, 0 to 1 of a revolution */
    Disk(String name, DiskModel model, double startAngle, Simulation simulation) {
        this.model = model;
        this.startAngle = startAngle;
        this.simulation = simulation;
        completion = simulation.newTimer(name + " completion", Phase.COMPLETE, this::complete);
    }

    @Override
    public void submit(Job job) {
        submitted++;
        queue.add(job);
        if (active == null) {
            begin();
        }
    }

    @Override
    public boolean isIdle() {
        return active == null;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<BusyPart> parts() {
        return List.of(this);
    }

    @Override
    public long busyPicos(long now) {
        return busyPicos + (active == null ? 0 : now - busySince);
    }

    @Override
    public long capacityBytes() {
        return model.capacityBytes();
    }

    @Override
    public double angle(long address) {
        return model.angle(address);
    }

    private void begin() {
        active = queue.remove(next());
        active.spent(StorageTime.QUEUE, simulation.now());
        boolean goesOn = goesOn(active);
        service = model.overheadPicos() + model.transferPicos(active.bytes(), active.position()) + positioning(active)
                + (active.isWrite() && !goesOn ? model.writeExtraPicos() : 0);
        if (!goesOn) {
            head = active.position();
        }
        lastSource = active.isSequential() ? active.source() : null;
        lastEnd = active.ends();
        busySince = simulation.now();
        completion.armAfter(service);
    }

    /** The place in the queue of the operation that it takes next. */
    private int next() {
        int next = 0;
        if (passedOver < PASSED_OVER_AT_MOST) {
            double least = rank(queue.get(0));
            int known = Math.min(model.queueDepth(), queue.size());
            for (int i = 1; i < known; i++) {
                double rank = rank(queue.get(i));
                if (rank < least) {
                    least = rank;
                    next = i;
                }
            }
        }
        passedOver = next == 0 ? 0 : passedOver + 1;
        return next;
    }

    private double rank(Job job) {
        return switch (model.order()) {
            case NEAREST -> positioning(job);
            case C_LOOK -> goesOn(job) ? -1 : job.position() + (job.position() < head ? 1 : 0);
            case FIFO -> 0;
        };
    }

    private long positioning(Job job) {
        if (goesOn(job)) {
            return 0;
        }
        long seek = model.seekPicos(Math.abs(job.position() - head));
        return seek + model.turnPicos(simulation.now(), seek, job.angle(), startAngle);
    }

    private boolean goesOn(Job job) {
        return job.isSequential() && job.source() == lastSource && job.begins() == lastEnd;
    }

    private void complete() {
        Job done = active;
        active = null;
        busyPicos += service;
        ended++;
        if (!queue.isEmpty()) {
            begin();
        }
        done.spent(StorageTime.SERVICE, simulation.now());
        done.ended();
    }

    @Override
    public void checkConservation() {
        if (submitted != ended + queue.size() + (active == null ? 0 : 1)) {
            throw new IllegalStateException("'" + completion.name() + "': of " + submitted + " operations " + ended + " have ended and "
                    + queue.size() + " wait");
        }
    }
}
