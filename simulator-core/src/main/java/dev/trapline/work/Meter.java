package dev.trapline.work;

/**
 * Turns cycles of one executor into time and writes them into the block at hand. Where the executor is a vCPU of a hosted
 * platform it crosses between the worlds by itself: work of the host's world after work of the monitor's begins with a
 * world switch, and the other way round.
 */
public final class Meter implements Block.Progress {
    private final Conversions conversions;
    private final long hertz;
    private final Slots slots;
    private final int owner;
    private final BlockSizes blockSizes = new BlockSizes();
    private final CycleLedger.Row ledger;
    private final Price toHost;
    private final Price toGuest;
    private boolean inHostWorld;
    private long crossings;

    /** A meter without worlds. */
    public Meter(Quotients quotients, Slots slots, CycleLedger ledger, int owner) {
        this(quotients, slots, ledger, owner, null, null);
    }

    /** A meter that pays {@code toHost} and {@code toGuest} when it crosses; both null where there are no worlds. */
    public Meter(Quotients quotients, Slots slots, CycleLedger ledger, int owner, Price toHost, Price toGuest) {
        hertz = quotients.hertz();
        this.slots = slots;
        this.owner = owner;
        this.ledger = ledger.row(owner);
        this.toHost = toHost;
        this.toGuest = toGuest;
        this.conversions = new Conversions(quotients);
    }

    /** Of the blocks that it writes. */
    BlockSizes blockSizes() {
        return blockSizes;
    }

    public int owner() {
        return owner;
    }

    /** The clock at which its cycles are done. */
    public long hertz() {
        return hertz;
    }

    public boolean hasWorlds() {
        return toHost != null;
    }

    /** How often it crossed between the worlds so far. */
    public long crossings() {
        return crossings;
    }

    /** The executor is now in this world, whatever brought it there. */
    void isNowIn(boolean host) {
        inHostWorld = host;
    }

    /** Begins to write a block for an executor that is where it is. */
    void begin(Block block) {
        block.leadsToHostWorld(inHostWorld);
    }

    /** The block got as far as its cursor: so is the executor. */
    void reached(Block block) {
        if (toHost != null) {
            inHostWorld = block.isInHostWorldAtCursor();
        }
    }

    /** So much of what was written in a slot has been done. */
    @Override
    public void spent(int slot, long amount, int occurrences) {
        ledger.addPicos(slot, amount);
    }

    /** Whether the executor must cross before it can go on with this block. */
    boolean mustCross(Block block) {
        return toHost != null && block.isInHostWorldAtCursor() != inHostWorld;
    }

    /** Writes the crossing that lets the executor go on with {@code resumed}. */
    void crossFor(Block resumed, Block into) {
        enter(into, resumed.isInHostWorldAtCursor());
    }

    /** Writes so many occurrences of a cost in all {@code milliCycles} long into the block. */
    public void append(Block block, int slot, long milliCycles, int times) {
        if (toHost != null) {
            enter(block, slots.isHostWorld(slot));
        }
        write(block, slot, milliCycles, times);
    }

    private void enter(Block block, boolean host) {
        if (host == block.leadsToHostWorld()) {
            return;
        }
        crossings++;
        Price price = host ? toHost : toGuest;
        for (int i = 0; i < price.size(); i++) {
            write(block, price.slot(i), price.milliCycles(i), price.times(i));
        }
        block.leadsToHostWorld(host);
    }

    private void write(Block block, int slot, long milliCycles, int times) {
        ledger.addCount(slot, times);
        block.add(slot, conversions.picos(slot, milliCycles), times);
    }
}
