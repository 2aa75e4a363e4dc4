package dev.trapline.work;

import dev.trapline.engine.Simulation;
import dev.trapline.hardware.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The cores of one machine with their contexts, their scheduler and the ledgers in which their time ends. */
public final class Processors {
    private final Simulation simulation;
    private final Clock clock;
    private final Quotients quotients;
    private final Slots slots;
    private final CycleLedger ledger;
    private final Occupancy occupancy;
    private final WaitCount waitingForCore;
    private final ReadyWaits readyWaits;
    private final int classes;
    private final int idleSlot;
    private final int slowedSlot;
    private final int coreQueueSlot;
    private final int idleStateSlot;
    private final List<Core> cores;
    private final List<Context> contexts = new ArrayList<>();
    private final long[] fetchedBytes;
    private Scheduling scheduling;
    private Topology topology = Topology.FLAT;
    private Core executing;
    private Onlooker onlooker;

    /**
     * @param owners how many owners of cycles there are
     * @param classes how many of them, from the first, are classes of requests that wait
     * @param machineOwner the owner that stolen time is charged to
     * @param idleExitPicos what a core needs to leave its idle state
     */
    public Processors(
            Simulation simulation,
            Clock clock,
            Slots slots,
            int cores,
            int owners,
            int classes,
            int machineOwner,
            long idleExitPicos) {
        this.simulation = simulation;
        this.clock = clock;
        quotients = new Quotients(clock);
        this.slots = slots;
        this.classes = classes;
        fetchedBytes = new long[cores];
        ledger = new CycleLedger(owners);
        occupancy = new Occupancy(classes);
        waitingForCore = new WaitCount(classes);
        readyWaits = new ReadyWaits(owners);
        idleSlot = slots.service(Place.DEVICE, "idle core");
        slowedSlot = slots.waiting(Place.DEVICE, "shared core");
        idleStateSlot = slots.service(Place.HYPERVISOR, "idle state exit");
        coreQueueSlot = slots.waiting(Place.HYPERVISOR, "queue");
        List<Core> made = new ArrayList<>();
        for (int i = 0; i < cores; i++) {
            made.add(new Core(i, this, new Meter(quotients, slots, ledger, machineOwner), idleExitPicos));
        }
        this.cores = Collections.unmodifiableList(made);
    }

    /** How its cores stand together; until this is said they are one socket of single threads. */
    public void arrangedAs(Topology arrangement) {
        topology = arrangement;
    }

    public Topology topology() {
        return topology;
    }

    /** Somebody looks on from now on. */
    public void watchedBy(Onlooker watching) {
        onlooker = watching;
    }

    /** Who looks on, or null. */
    Onlooker onlooker() {
        return onlooker;
    }

    public void scheduledBy(Scheduling by) {
        scheduling = by;
    }

    /** Makes a context and admits it to the scheduler. */
    public Context newContext(String name, ContextSettings settings) {
        Context context = new Context(name, contexts.size(), settings, this);
        contexts.add(context);
        scheduling.admit(context);
        return context;
    }

    /** Every context is there: the scheduler may begin. */
    public void startScheduling() {
        scheduling.start();
    }

    /** A meter of contexts that belong to an owner. */
    public Meter newMeter(int owner) {
        return new Meter(quotients, slots, ledger, owner);
    }

    /** A meter of vCPUs that cross between the worlds of a hosted platform at these prices. */
    public Meter newMeter(int owner, Price toHost, Price toGuest) {
        return new Meter(quotients, slots, ledger, owner, toHost, toGuest);
    }

    /** Hands over to the ledgers all that was done until now, so that they are complete at this instant. */
    public void account() {
        cores.forEach(Core::account);
    }

    /** Throws if a core's busy and idle time, a context's states, or the ledger do not add up to the time passed. */
    public void checkConservation() {
        account();
        Conservation.check(this);
    }

    public List<Core> cores() {
        return cores;
    }

    public List<Context> contexts() {
        return Collections.unmodifiableList(contexts);
    }

    public Simulation simulation() {
        return simulation;
    }

    public long now() {
        return simulation.now();
    }

    public Slots slots() {
        return slots;
    }

    public CycleLedger ledger() {
        return ledger;
    }

    public Occupancy occupancy() {
        return occupancy;
    }

    public ReadyWaits readyWaits() {
        return readyWaits;
    }

    public int classes() {
        return classes;
    }

    public int idleSlot() {
        return idleSlot;
    }

    int idleStateSlot() {
        return idleStateSlot;
    }

    int coreQueueSlot() {
        return coreQueueSlot;
    }

    int slowedSlot() {
        return slowedSlot;
    }

    WaitCount waitingForCore() {
        return waitingForCore;
    }

    Scheduling scheduling() {
        return scheduling;
    }

    /** So many thousandths of a cycle as time, rounded down. */
    long picos(long milliCycles) {
        return clock.picos(milliCycles);
    }

    /** What was fetched into a cache so far; caches are numbered as the cores that share them. */
    long fetchedBytes(int cache) {
        return fetchedBytes[cache];
    }

    void fetched(int cache, long bytes) {
        fetchedBytes[cache] += bytes;
    }

    /** Whether what happens now is done by another core than this one, which must then be interrupted. */
    boolean isRemote(Core core) {
        return executing != null && executing != core;
    }

    Core executing(Core now) {
        Core before = executing;
        executing = now;
        return before;
    }
}
