package dev.trapline.hardware;

import java.util.ArrayList;
import java.util.List;

/**
 * An operation in parts that run side by side, in one round or in two of which the second begins when the first has ended. It
 * spends its time as the part does that finishes last.
 */
class Parts {
    /** Is told when an operation has ended. */
    interface Owner {
        void over(Parts parts);
    }

    private final Owner owner;
    private final Round first = new Round();
    private final Round second = new Round();
    private BlockDevice.Job job;
    private int pending;
    private boolean inSecond;

    Parts(Owner owner) {
        this.owner = owner;
    }

    /** Becomes the parts of another operation. */
    final void of(BlockDevice.Job whole) {
        job = whole;
        first.size = 0;
        second.size = 0;
        pending = 0;
    }

    final BlockDevice.Job job() {
        return job;
    }

    /** A part of the first round, or, at the end of the last one on that device, more of that. */
    final void first(BlockDevice device, boolean write, long address, long bytes) {
        first.add(device, write, address, bytes);
    }

    final void second(BlockDevice device, boolean write, long address, long bytes) {
        second.add(device, write, address, bytes);
    }

    final boolean isEmpty() {
        return first.size == 0 && second.size == 0;
    }

    /** All parts are there. */
    final void begin() {
        start(first.size == 0);
    }

    final int pending() {
        return pending;
    }

    private void start(boolean theSecond) {
        inSecond = theSecond;
        Round round = theSecond ? second : first;
        // The last one may end at once, and this be in use for another operation before it returns.
        int size = round.size;
        pending = size;
        for (int i = 0; i < size; i++) {
            round.parts.get(i).submit();
        }
    }

    private void ended(Part part) {
        if (--pending > 0) {
            return;
        }
        part.tell(job);
        if (!inSecond && second.size > 0) {
            start(true);
        } else {
            BlockDevice.Job done = job;
            owner.over(this);
            done.ended();
        }
    }

    /** Parts that run side by side; those behind the last one were of other operations. */
    private final class Round {
        private final List<Member> parts = new ArrayList<>();
        private int size;

        void add(BlockDevice device, boolean write, long address, long bytes) {
            for (int i = size - 1; i >= 0; i--) {
                Part part = parts.get(i);
                if (part.device() == device && part.ends() == address) {
                    part.extend(bytes);
                    return;
                }
            }
            if (size == parts.size()) {
                parts.add(new Member());
            }
            Member next = parts.get(size++);
            next.becomes(write, job.isSequential(), job.source(), device, address, bytes);
            next.over = false;
        }
    }

    private final class Member extends Part {
        private boolean over;

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
