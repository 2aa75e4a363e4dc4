package dev.trapline.hardware;

import dev.trapline.engine.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;

/**
 * A cache before a device that has a write done as soon as it holds it. What it holds it hands to the device at once, a few
 * operations at a time, upwards by address and what lies side by side together, where it competes with reads. What was written
 * last and may be continued it keeps back as long as it has something else to hand on. While it is full, writes wait. A write that is larger than the cache goes past it.
 */
final class WriteCache extends Layer {
    /**
     * @param sizeBytes what it can hold, counting what is on its way in and out
     * @param overheadPicos what taking an operation in takes
     * @param bytesPerSecond how fast it takes it in; 0: that takes no time besides
     * @param writesAtATime operations that it has under way with the device
     * @param unitBytes an operation reaches at most to the next multiple of this
     */
    record Terms(long sizeBytes, long overheadPicos, long bytesPerSecond, int writesAtATime, long unitBytes) {
        long picos(long bytes) {
            return overheadPicos + (bytesPerSecond == 0 ? 0 : Rates.picos(bytes, bytesPerSecond));
        }
    }

    private final Terms terms;
    private final Station entrance;
    private final Simulation simulation;
    private final DirtyBytes dirty = new DirtyBytes();
    private final ArrayDeque<Job> waiting = new ArrayDeque<>();
    private final ArrayList<Writing> writing = new ArrayList<>();
    private final Pool<Entering> entries = new Pool<>(Entering::new);
    private final Pool<Writing> writes = new Pool<>(Writing::new);
    private long incomingBytes;

    WriteCache(String name, BlockDevice behind, Terms terms, Simulation simulation) {
        this(behind, terms, new Station(name, "write cache", 1, simulation), simulation);
    }

    private WriteCache(BlockDevice behind, Terms terms, Station entrance, Simulation simulation) {
        super(behind, entrance);
        this.terms = terms;
        this.entrance = entrance;
        this.simulation = simulation;
    }

    @Override
    public void submit(Job job) {
        if (job.isWrite() && job.bytes() <= terms.sizeBytes()) {
            waiting.addLast(job);
            admit();
        } else if (!job.isWrite() && holds(address(job), job.bytes())) {
            enter(job);
        } else {
            behind().submit(job);
        }
    }

    private boolean holds(long address, long bytes) {
        boolean held = dirty.holds(address, bytes);
        for (int i = 0; i < writing.size() && !held; i++) {
            held = writing.get(i).holds(address, bytes);
        }
        return held;
    }

    private void admit() {
        while (!waiting.isEmpty() && usedBytes() + waiting.peekFirst().bytes() <= terms.sizeBytes()) {
            Job job = waiting.removeFirst();
            incomingBytes += job.bytes();
            job.spent(StorageTime.CACHE_FULL, simulation.now());
            enter(job);
        }
    }

    private void enter(Job job) {
        Entering entering = entries.take();
        entering.job = job;
        entrance.enter(entering);
    }

    private long usedBytes() {
        long used = dirty.bytes() + incomingBytes;
        for (int i = 0; i < writing.size(); i++) {
            used += writing.get(i).bytes();
        }
        return used;
    }

    private void writeOn() {
        while (writing.size() < terms.writesAtATime() && !dirty.isEmpty()) {
            if (!dirty.take(terms.unitBytes(), writing.isEmpty() || !waiting.isEmpty())) {
                return;
            }
            Writing next = writes.take();
            next.becomes(true, true, this, behind(), dirty.takenBegin(), dirty.takenEnd() - dirty.takenBegin());
            writing.add(next);
            next.submit();
        }
    }

    @Override
    long inside() {
        return waiting.size() + entrance.inside() + writing.size() + (dirty.isEmpty() ? 0 : 1);
    }

    @Override
    public void checkConservation() {
        entrance.checkConservation();
        super.checkConservation();
        boolean stuck = !waiting.isEmpty() && usedBytes() == 0 || !dirty.isEmpty() && writing.isEmpty();
        if (writing.size() != writes.inUse() || entrance.inside() != entries.inUse()) {
            throw new IllegalStateException("a write cache: " + entrance.inside() + " come in and " + writing.size()
                    + " go out, but " + entries.inUse() + " and " + writes.inUse() + " are in use");
        }
        if (usedBytes() > terms.sizeBytes() || incomingBytes < 0 || stuck) {
            throw new IllegalStateException("a write cache of " + terms.sizeBytes() + " B holds " + usedBytes() + " B, "
                    + waiting.size() + " writes wait" + (stuck ? " and nothing is being written" : ""));
        }
    }

    /** An operation that the cache takes in, or answers. */
    private final class Entering implements Station.Visitor {
        private Job job;

        @Override
        public long servicePicos() {
            return terms.picos(job.bytes());
        }

        @Override
        public void begun() {
            job.spent(StorageTime.CONTROLLER_QUEUE, simulation.now());
        }

        @Override
        public void served() {
            Job done = job;
            entries.giveBack(this);
            done.spent(StorageTime.CONTROLLER, simulation.now());
            if (done.isWrite()) {
                incomingBytes -= done.bytes();
                dirty.add(address(done), done.bytes());
                writeOn();
                admit();
            }
            done.ended();
        }
    }

    /** What it has handed to the device. */
    private final class Writing extends Part {
        boolean holds(long address, long length) {
            return begins() <= address && address + length <= ends();
        }

        @Override
        public void ended() {
            writing.remove(this);
            writes.giveBack(this);
            writeOn();
            admit();
        }
    }
}
