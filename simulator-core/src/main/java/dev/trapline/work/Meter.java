package dev.trapline.work;

import dev.trapline.hardware.Clock;

/**
 * Turns cycles of one executor into time and writes them into the block at hand. Where the executor is a vCPU of a hosted
 * platform it crosses between the worlds by itself: work of the host's world after work of the monitor's begins with a
 * world switch, and the other way round.
 */
public final class Meter {
    private final Clock clock;
    private final Slots slots;
    private final CycleLedger ledger;
    private final int owner;
    private final Price toHost;
    private final Price toGuest;
    private final long[] remainders;
    private final int switchSlot;
    private boolean inHostWorld;
    private boolean leadsToHostWorld;
    private long crossings;

    /** A meter without worlds. */
    public Meter(Clock clock, Slots slots, CycleLedger ledger, int owner) {
        this(clock, slots, ledger, owner, null, null);
    }

    /** A meter that pays {@code toHost} and {@code toGuest} when it crosses; both null where there are no worlds. */
    public Meter(Clock clock, Slots slots, CycleLedger ledger, int owner, Price toHost, Price toGuest) {
        this.clock = clock;
        this.slots = slots;
        this.ledger = ledger;
        this.owner = owner;
        this.toHost = toHost;
        this.toGuest = toGuest;
        this.remainders = new long[CycleLedger.CAPACITY];
        this.switchSlot = toHost == null || toHost.isFree() ? -1 : toHost.slot(0);
    }

    public int owner() {
        return owner;
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
        leadsToHostWorld = inHostWorld;
        block.startsInHostWorld(inHostWorld);
    }

    /** The block got as far as its cursor: so is the executor. */
    void reached(Block block, boolean completed) {
        if (toHost == null || block.isEmpty()) {
            return;
        }
        int slot = block.slotAtCursor();
        if (completed) {
            inHostWorld = block.endsInHostWorld();
        } else if (slot != switchSlot) {
            inHostWorld = slots.get(slot).place().isHostWorld();
        }
    }

    /** Whether the executor must cross before it can go on with this block. */
    boolean mustCross(Block block) {
        return toHost != null && neededWorld(block) != inHostWorld;
    }

    /** Writes the crossing that lets the executor go on with {@code resumed}. */
    void crossFor(Block resumed, Block into) {
        begin(into);
        enter(into, neededWorld(resumed));
    }

    private boolean neededWorld(Block block) {
        if (block.isUntouched()) {
            return block.startsInHostWorld();
        }
        int slot = block.slotAtCursor();
        return slot == switchSlot ? inHostWorld : slots.get(slot).place().isHostWorld();
    }

    /** Writes so many occurrences of a cost in all {@code milliCycles} long into the block. */
    public void append(Block block, int slot, long milliCycles, int times) {
        if (toHost != null) {
            enter(block, slots.get(slot).place().isHostWorld());
        }
        write(block, slot, milliCycles, times);
    }

    private void enter(Block block, boolean host) {
        if (host == leadsToHostWorld) {
            return;
        }
        leadsToHostWorld = host;
        block.endsInHostWorld(host);
        crossings++;
        Price price = host ? toHost : toGuest;
        for (int i = 0; i < price.size(); i++) {
            write(block, price.slot(i), price.milliCycles(i), price.times(i));
        }
    }

    private void write(Block block, int slot, long milliCycles, int times) {
        ledger.count(owner, slot, times);
        block.add(slot, clock.picos(milliCycles, remainders, slot));
    }
}
