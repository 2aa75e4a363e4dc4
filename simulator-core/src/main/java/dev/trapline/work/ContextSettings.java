package dev.trapline.work;

import dev.trapline.spec.Share;

/** What a context is made with: its share, its meter, and the prices of its switches. Assembled once, then fixed. */
public final class ContextSettings {
    private final Meter meter;
    private int domain;
    private Share share = Share.NEUTRAL;
    private int pinnedTo = -1;
    private int readySlot;
    private int queueSlot;
    private int spinSlot;
    private int idleStateSlot;
    private int refillSlot;
    private boolean spins;
    private long pollPicos;
    private long pollFromPicos;
    private int pollSlot;
    private Price halt = Price.FREE;
    private Price idleEnter = Price.FREE;
    private Price idleExit = Price.FREE;
    private Price stopTick = Price.FREE;
    private Price restartTick = Price.FREE;
    private Price contextSwitch = Price.FREE;
    private Price interProcessorInterrupt = Price.FREE;
    private Price wakingInterrupt = Price.FREE;
    private Price interruption = Price.FREE;
    private Price taskSwitch = Price.FREE;
    private long taskSlicePicos;
    private long workingSetBytes;
    private long missMilliCycles;
    private long cacheBytes;
    private int lineBytes = 64;
    private int coresSharing = 1;
    private HostProcess hostProcess;
    private NodeMemory memory;

    private ContextSettings(Meter meter) {
        this.meter = meter;
    }

    public static ContextSettings with(Meter meter, Slots slots, Place place) {
        ContextSettings settings = new ContextSettings(meter);
        settings.readySlot = slots.waiting(place, "no core");
        settings.queueSlot = slots.waiting(place, "queue");
        settings.spinSlot = slots.service(Place.HYPERVISOR, "idle spin");
        settings.pollSlot = slots.service(Place.HYPERVISOR, "idle poll");
        settings.idleStateSlot = slots.service(Place.HYPERVISOR, "idle state exit");
        settings.refillSlot = slots.service(place, "cache refill");
        return settings;
    }

    public ContextSettings domain(int number) {
        domain = number;
        return this;
    }

    public ContextSettings share(Share of) {
        share = of;
        return this;
    }

    public ContextSettings pinnedTo(int coreIndex) {
        pinnedTo = coreIndex;
        return this;
    }

    /** It keeps its core when it has nothing to do. */
    public ContextSettings spinning() {
        spins = true;
        return this;
    }

    /**
     * It polls before it gives up its core.
     *
     * @param most for so long at the most
     * @param from the first time that it tries if it finds by itself how long; 0: always {@code most}
     */
    public ContextSettings polling(long most, long from) {
        pollPicos = most;
        pollFromPicos = from;
        return this;
    }

    /** What it costs to halt, before it polls or gives up its core. */
    public ContextSettings halting(Price price) {
        halt = price;
        return this;
    }

    public ContextSettings idle(Price enter, Price exit) {
        idleEnter = enter;
        idleExit = exit;
        return this;
    }

    /** What it costs a tickless system to stop its tick before it halts, and to set it again before a task goes on. */
    public ContextSettings tickless(Price stop, Price restart) {
        stopTick = stop;
        restartTick = restart;
        return this;
    }

    public ContextSettings contextSwitch(Price price) {
        contextSwitch = price;
        return this;
    }

    /**
     * What it costs to be interrupted by another core.
     *
     * @param running where its core runs something
     * @param idle where its core is idle
     */
    public ContextSettings interProcessorInterrupt(Price running, Price idle) {
        interProcessorInterrupt = running;
        wakingInterrupt = idle;
        return this;
    }

    /** What an interrupt of the machine costs that meets its guest code. */
    public ContextSettings interruption(Price price) {
        interruption = price;
        return this;
    }

    public ContextSettings tasks(Price switching, long slicePicos) {
        taskSwitch = switching;
        taskSlicePicos = slicePicos;
        return this;
    }

    /**
     * What it must fetch again into a cache after others used that.
     *
     * @param missMilli what one line costs, in thousandths of a cycle
     * @param cores how many cores share the cache
     */
    public ContextSettings cache(long workingSet, long cache, int line, int cores, long missMilli) {
        workingSetBytes = workingSet;
        cacheBytes = cache;
        lineBytes = line;
        coresSharing = cores;
        missMilliCycles = missMilli;
        return this;
    }

    /** Where the memory of its guest is; null where all memory is equally near. */
    public ContextSettings memory(NodeMemory ofGuest) {
        memory = ofGuest;
        return this;
    }

    NodeMemory memory() {
        return memory;
    }

    void hostProcess(HostProcess process) {
        hostProcess = process;
    }

    Meter meter() {
        return meter;
    }

    int domain() {
        return domain;
    }

    Share share() {
        return share;
    }

    int pinnedTo() {
        return pinnedTo;
    }

    int readySlot() {
        return readySlot;
    }

    int queueSlot() {
        return queueSlot;
    }

    int spinSlot() {
        return spinSlot;
    }

    int idleStateSlot() {
        return idleStateSlot;
    }

    int refillSlot() {
        return refillSlot;
    }

    long pollPicos() {
        return pollPicos;
    }

    long pollFromPicos() {
        return pollFromPicos;
    }

    int pollSlot() {
        return pollSlot;
    }

    boolean spins() {
        return spins;
    }

    Price halt() {
        return halt;
    }

    Price idleEnter() {
        return idleEnter;
    }

    Price idleExit() {
        return idleExit;
    }

    Price stopTick() {
        return stopTick;
    }

    Price restartTick() {
        return restartTick;
    }

    Price contextSwitch() {
        return contextSwitch;
    }

    Price interProcessorInterrupt() {
        return interProcessorInterrupt;
    }

    Price wakingInterrupt() {
        return wakingInterrupt;
    }

    Price interruption() {
        return interruption;
    }

    Price taskSwitch() {
        return taskSwitch;
    }

    long taskSlicePicos() {
        return taskSlicePicos;
    }

    long workingSetBytes() {
        return workingSetBytes;
    }

    long missMilliCycles() {
        return missMilliCycles;
    }

    long cacheBytes() {
        return cacheBytes;
    }

    int coresSharing() {
        return coresSharing;
    }

    int lineBytes() {
        return lineBytes;
    }

    /** The host process of a hosted vCPU, or null. */
    HostProcess hostProcess() {
        return hostProcess;
    }
}
