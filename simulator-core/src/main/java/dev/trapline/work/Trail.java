package dev.trapline.work;

/**
 * Where one request, or one part of it that runs beside others, has been: at each instant in exactly one slot. Its parts
 * add up to the time since it began, because every entry starts where the last one ended.
 */
public final class Trail {
    private static final long[][] NOTHING = {};
    /** Enough for the slots of {@link CycleLedger#CAPACITY}. */
    private static final int SLOT_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(CycleLedger.CAPACITY - 1);
    private static final int SLOT = (1 << SLOT_BITS) - 1;
    private static final int LAST_OF_PIECE = (1 << TrailRoom.PART_BITS) - 1;

    private final int owner;
    private final TrailRoom room;
    private long[][] pieces = NOTHING;
    private int size;
    private long start;
    private long since;
    private Context waitingIn;
    private long readyMark;

    /** @param owner the class of requests it belongs to */
    public Trail(int owner) {
        this(owner, new TrailRoom());
    }

    /** @param room where it keeps its parts until it is {@link #over} */
    public Trail(int owner, TrailRoom room) {
        this.owner = owner;
        this.room = room;
    }

    public int owner() {
        return owner;
    }

    public void begin(long now) {
        size = 0;
        start = now;
        since = now;
        waitingIn = null;
    }

    /** What it holds has been looked at, and it has no parts any more. */
    public void over() {
        size = 0;
        if (pieces == NOTHING) {
            return;
        }
        for (int i = 0; i < pieces.length && pieces[i] != null; i++) {
            room.giveBack(pieces[i]);
            pieces[i] = null;
        }
        room.giveBack(pieces);
        pieces = NOTHING;
    }

    /** Begins as a part that runs beside {@code whole} from now on. */
    public void fork(long now) {
        begin(now);
    }

    /** Goes on where {@code part}, which finished last, ended; the time until the part began must be accounted for. */
    public void join(Trail part) {
        if (part.start != since) {
            throw new IllegalStateException("a part that began at " + part.start + " ps joins a request accounted to " + since + " ps");
        }
        for (int i = 0; i < part.size; i++) {
            append(part.slot(i), part.picos(i), part.count(i));
        }
        since = part.since;
    }

    /** The time from {@code since} to now was spent in this slot. */
    public void until(long now, int slot) {
        waitsNoLonger(now);
        if (now != since) {
            append(slot, now - since, 0);
            since = now;
        }
    }

    /** So much service in this slot follows what was accounted for so far, with so many occurrences of its reason. */
    void served(int slot, long amount, int occurrences) {
        append(slot, amount, occurrences);
        since += amount;
    }

    /** From now on it waits for this context to serve it. */
    public void waitIn(Context context, long now) {
        waitsNoLonger(now);
        waitingIn = context;
        readyMark = context.readyPicos(now);
        context.addWaiter(owner, 1, now);
    }

    boolean isWaitingIn(Context context) {
        return waitingIn == context;
    }

    /** The context begins or goes on to serve it: its wait was for a core where the context had none, else in the queue. */
    void resume(Context context, long now) {
        Context waitedIn = waitingIn;
        waitsNoLonger(now);
        if (waitedIn == context) {
            long ready = Math.min(now - since, context.readyPicos(now) - readyMark);
            until(since + ready, context.readySlot());
        }
        until(now, context.queueSlot());
    }

    private void waitsNoLonger(long now) {
        if (waitingIn != null) {
            waitingIn.addWaiter(owner, -1, now);
            waitingIn = null;
        }
    }

    /** A place on a trail, to which what follows can be told from what was before. */
    public static final class Mark {
        private long since;
        private int size;
        private long picos;
        private long count;

        /** When the trail was there. */
        public long since() {
            return since;
        }

        /** How many parts it had. */
        public int size() {
            return size;
        }

        /** What the last of them had. */
        public long picos() {
            return picos;
        }

        public long count() {
            return count;
        }
    }

    /** The sum of its parts after a mark. */
    public long picosAfter(Mark mark) {
        long sum = mark.size() == 0 ? 0 : -mark.picos();
        for (int i = Math.max(0, mark.size() - 1); i < size; i++) {
            sum += picos(i);
        }
        return sum;
    }

    /** Puts a mark where it is now. */
    public void mark(Mark mark) {
        mark.since = since;
        mark.size = size;
        mark.picos = size == 0 ? 0 : picos(size - 1);
        mark.count = size == 0 ? 0 : count(size - 1);
    }

    public long start() {
        return start;
    }

    public long since() {
        return since;
    }

    public int size() {
        return size;
    }

    public int slot(int index) {
        return (int) piece(index)[place(index)] & SLOT;
    }

    public long picos(int index) {
        return piece(index)[place(index) + 1];
    }

    /** How often the slot's reason occurred on its way. */
    public long count(int index) {
        return piece(index)[place(index)] >> SLOT_BITS;
    }

    private long[] piece(int index) {
        return pieces[index >> TrailRoom.PART_BITS];
    }

    private static int place(int index) {
        return (index & LAST_OF_PIECE) * TrailRoom.OF_PART;
    }

    private void append(int slot, long amount, long occurrences) {
        if (amount < 0) {
            throw new IllegalStateException("a trail went back by " + -amount + " ps in slot " + slot);
        }
        if (amount == 0) {
            return;
        }
        if (size > 0) {
            long[] piece = piece(size - 1);
            int last = place(size - 1);
            if (((int) piece[last] & SLOT) == slot) {
                piece[last] += occurrences << SLOT_BITS;
                piece[last + 1] += amount;
                return;
            }
        }
        int next = place(size);
        if (next == 0) {
            makeRoom(size >> TrailRoom.PART_BITS);
        }
        long[] piece = piece(size);
        piece[next] = occurrences << SLOT_BITS | slot;
        piece[next + 1] = amount;
        size++;
    }

    private void makeRoom(int number) {
        if (number == pieces.length) {
            pieces = number == 0 ? room.takeList() : room.longer(pieces);
        }
        if (pieces[number] == null) {
            pieces[number] = room.take();
        }
    }
}
