package dev.trapline.hardware;

import java.util.ArrayList;
import java.util.List;

/**
 * An operation in parts that run side by side, in one round or in two of which the second begins when the first has ended. It
 * spends its time as the part does that finishes last.
 */
final class Parts {
    /** Is told when an operation has ended. */
    interface Owner {
        void over(Parts parts);
    }

    private final BlockDevice.Job job;
    private final Owner owner;
    private final List<Part> first = new ArrayList<>();
    private final List<Part> second = new ArrayList<>();
    private int pending;
    private boolean inSecond;

    Parts(BlockDevice.Job job, Owner owner) {
        this.job = job;
        this.owner = owner;
    }

    /** A part of the first round, or, at the end of the last one on that device, more of that. */
    void first(BlockDevice device, boolean write, long address, long bytes) {
        add(first, device, write, address, bytes);
    }

    void second(BlockDevice device, boolean write, long address, long bytes) {
        add(second, device, write, address, bytes);
    }

    private void add(List<Part> round, BlockDevice device, boolean write, long address, long bytes) {
        for (int i = round.size() - 1; i >= 0; i--) {
            Part part = round.get(i);
            if (part.device() == device && part.ends() == address) {
                part.extend(bytes);
                return;
            }
        }
        round.add(new Member(device, write, address, bytes));
    }

    boolean isEmpty() {
        return first.isEmpty() && second.isEmpty();
    }

    /** All parts are there. */
    void begin() {
        start(first.isEmpty());
    }

    int pending() {
        return pending;
    }

    private void start(boolean theSecond) {
        inSecond = theSecond;
        List<Part> round = theSecond ? second : first;
        pending = round.size();
        for (Part part : round) {
            part.submit();
        }
    }

    private void ended(Part part) {
        if (--pending > 0) {
            return;
        }
        part.tell(job);
        if (!inSecond && !second.isEmpty()) {
            start(true);
        } else {
            owner.over(this);
            job.ended();
        }
    }

    private final class Member extends Part {
        private boolean over;

        Member(BlockDevice device, boolean write, long address, long bytes) {
            super(device, job, write, address, bytes);
        }

        @Override
        public void ended() {
            if (over) {
                throw new IllegalStateException("a part of an operation ended twice");
            }
            over = true;
            Parts.this.ended(this);
        }
    }
}
