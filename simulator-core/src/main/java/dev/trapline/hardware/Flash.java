package dev.trapline.hardware;

import dev.trapline.engine.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * Channels of flash: the pages of an address range lie on them in turn, and each channel reads or programs one page at a time,
 * first come first served. An operation has ended when all its pages have.
 */
final class Flash implements BlockDevice, BusyPart {
    private final SolidStateModel model;
    private final Simulation simulation;
    private final List<Station> channels = new ArrayList<>();
    private final Pool<Operation> operations = new Pool<>(Operation::new);
    private final Pool<Page> pages = new Pool<>(Page::new);
    private Object lastWriter;
    private long lastEnd;
    private long submitted;
    private long ended;
    private long pagesOpen;

    Flash(String name, SolidStateModel model, Simulation simulation) {
        this.model = model;
        this.simulation = simulation;
        for (int i = 0; i < model.channels(); i++) {
            channels.add(new Station(name, "channel " + i, 1, simulation));
        }
    }

    @Override
    public void submit(Job job) {
        submitted++;
        long begin = address(job);
        long first = begin / model.pageBytes();
        long last = (begin + Math.max(1, job.bytes()) - 1) / model.pageBytes();
        Operation operation = operations.take();
        operation.job = job;
        operation.pages = last - first + 1;
        long picos = !job.isWrite() ? model.readPicos() : goesOn(job) ? model.writePicos() : model.randomWritePicos();
        for (long page = first; page <= last; page++) {
            pagesOpen++;
            Page next = pages.take();
            next.operation = operation;
            next.picos = picos;
            channels.get((int) (page % channels.size())).enter(next);
            picos = job.isWrite() ? model.writePicos() : picos;
        }
    }

    private boolean goesOn(Job write) {
        boolean goesOn = write.isSequential() && write.source() == lastWriter && write.begins() == lastEnd;
        lastWriter = write.isSequential() ? write.source() : null;
        lastEnd = write.ends();
        return goesOn;
    }

    @Override
    public boolean isIdle() {
        return submitted == ended;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<BusyPart> parts() {
        return List.of(this);
    }

    /** The mean over the channels. */
    @Override
    public long busyPicos(long now) {
        long sum = 0;
        for (int i = 0; i < channels.size(); i++) {
            sum += channels.get(i).busyPicos(now);
        }
        return sum / channels.size();
    }

    @Override
    public long capacityBytes() {
        return model.capacityBytes();
    }

    @Override
    public double angle(long address) {
        return 0;
    }

    @Override
    public void checkConservation() {
        long inside = 0;
        for (Station channel : channels) {
            channel.checkConservation();
            inside += channel.inside();
        }
        boolean kept = pages.inUse() != inside || operations.inUse() != submitted - ended;
        if (inside != pagesOpen || kept || submitted - ended > pagesOpen || submitted < ended) {
            throw new IllegalStateException("flash: of " + submitted + " operations " + ended + " have ended with " + pagesOpen
                    + " pages to go, and its channels have " + inside);
        }
    }

    private final class Operation {
        private Job job;
        private long pages;

        /** A page has ended that waited until then; that of the last one is the operation's time. */
        void ended(long waitedUntil) {
            pagesOpen--;
            if (--pages == 0) {
                Job done = job;
                operations.giveBack(this);
                done.spent(StorageTime.QUEUE, waitedUntil);
                done.spent(StorageTime.SERVICE, simulation.now());
                ended++;
                done.ended();
            }
        }
    }

    private final class Page implements Station.Visitor {
        private Operation operation;
        private long picos;
        private long begun;

        @Override
        public long servicePicos() {
            return picos;
        }

        @Override
        public void begun() {
            begun = simulation.now();
        }

        @Override
        public void served() {
            pages.giveBack(this);
            operation.ended(begun);
        }
    }
}
