package dev.trapline.platform;

import dev.trapline.devicepath.Consumer;
import dev.trapline.devicepath.ConsumerCounts;
import dev.trapline.devicepath.ForwardedInterrupt;
import dev.trapline.devicepath.InterruptEntry;
import dev.trapline.devicepath.NetworkInterface;
import dev.trapline.devicepath.PhysicalInterrupt;
import dev.trapline.devicepath.Transfers;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.Clock;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.DeviceMaker;
import dev.trapline.hardware.HostCache;
import dev.trapline.hardware.ImageFile;
import dev.trapline.hardware.InterruptLine;
import dev.trapline.hardware.Moderation;
import dev.trapline.hardware.NicModel;
import dev.trapline.memory.GuestMemory;
import dev.trapline.memory.GuestPaging;
import dev.trapline.memory.HostMemory;
import dev.trapline.spec.DeviceSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Share;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Core;
import dev.trapline.work.Onlooker;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Processors;
import dev.trapline.work.Slots;
import dev.trapline.work.Topology;
import dev.trapline.workload.GroupMeasure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A machine with a platform and the guests that are placed on it: what an {@link Assembly} makes. */
public final class Host {
    private final String name;
    private final Site site;
    private final MachineSpec machine;
    private final PlatformSpec platform;
    private final Simulation simulation;
    private final Slots slots;
    private final Owners owners;
    private final Processors processors;
    private final Executors executors = new Executors(this);
    private final Transfers packets = new Transfers();
    private final List<NetworkInterface> nics = new ArrayList<>();
    private final List<NicModel> nicModels = new ArrayList<>();
    private final List<BlockDevice> disks = new ArrayList<>();
    private final List<ImageFile> files = new ArrayList<>();
    private final Map<String, InterruptLine> lines = new LinkedHashMap<>();
    private final List<Context> driverDomain = new ArrayList<>();
    private final List<GuestParts> guests = new ArrayList<>();
    private final List<GuestMemory> memories = new ArrayList<>();
    private final int moderationSlot;
    private HostCache cache;
    private final List<GuestPaging> pagings = new ArrayList<>();
    private HostMemory memory;
    private Pricing hostPricing;

    Host(String name, Site site, MachineSpec machine, PlatformSpec platform, int lanes, Vocabulary vocabulary) {
        this.name = name;
        this.site = site;
        this.machine = machine;
        this.platform = platform;
        simulation = site.simulation();
        slots = site.slots();
        owners = site.owners();
        processors = new Processors(
                simulation,
                new Clock(machine.clockHertz()),
                slots,
                lanes,
                owners.size(),
                owners.groups(),
                owners.machine(),
                machine.cpu().idleExit().value());
        if (lanes == machine.cores()) {
            processors.arrangedAs(topology(machine));
        }
        processors.scheduledBy(
                vocabulary.schedulers().create(platform.scheduler()).create(processors, machine.cores()));
        moderationSlot = slots.waiting(Place.DEVICE, "interrupt moderation");
        for (DeviceSpec nic : machine.nics()) {
            NicModel model = (NicModel) vocabulary.devices().create(nic.values());
            nicModels.add(model);
            nics.add(new NetworkInterface("nic " + nics.size(), model, simulation, slots));
        }
        DeviceMaker maker = new DeviceMaker(simulation, device -> vocabulary.devices().create(device.values()));
        for (DeviceSpec disk : machine.disks()) {
            disks.add(maker.make("disk " + disks.size(), 0, disk));
        }
    }

    private static Topology topology(MachineSpec machine) {
        long perMille = machine.cpu().smtFactor().value();
        return new Topology(
                machine.threadsPerCore(), machine.threadsPerCore() * machine.coresPerSocket(), perMille, 1000);
    }

    /** What a scenario of several hosts calls it; empty for the only one. */
    public String name() {
        return name;
    }

    /** To which it belongs, with whatever else there is. */
    public Site site() {
        return site;
    }

    public MachineSpec machine() {
        return machine;
    }

    public PlatformSpec platform() {
        return platform;
    }

    public Simulation simulation() {
        return simulation;
    }

    public Slots slots() {
        return slots;
    }

    public Owners owners() {
        return owners;
    }

    /** What has ended of its guests' packets and operations, to be used again. */
    Transfers packets() {
        return packets;
    }

    public Processors processors() {
        return processors;
    }

    public List<NetworkInterface> nics() {
        return Collections.unmodifiableList(nics);
    }

    /** The numbers of the network interfaces that a group's guests are bridged to, each once. */
    public List<Integer> nicsOf(int group) {
        return guests.stream()
                .filter(parts -> parts.guest().owner() == group)
                .map(parts -> parts.number() % nics.size())
                .distinct()
                .toList();
    }

    /** The cache of guests' files, which is made for the first of them that uses it. */
    HostCache cache(Supplier<HostCache> maker) {
        if (cache == null) {
            cache = maker.get();
        }
        return cache;
    }

    /** A guest's disk in a file on one of the machine's. */
    void add(ImageFile file) {
        files.add(file);
    }

    /** The files that guests' disks are, in the order of the guests that have one. */
    public List<ImageFile> files() {
        return Collections.unmodifiableList(files);
    }

    public List<BlockDevice> disks() {
        return Collections.unmodifiableList(disks);
    }

    /** The measure of each guest group, by its number, wherever its guests are. */
    public List<GroupMeasure> measures() {
        return site.measures();
    }

    /** What became of batches and notifications, by executor. */
    public Map<String, ConsumerCounts> consumers() {
        return executors.counts();
    }

    /** The vCPUs of the driver domain; empty where there is none. */
    public List<Context> driverDomain() {
        return Collections.unmodifiableList(driverDomain);
    }

    /** Somebody looks on from now on. */
    public void watchedBy(Onlooker onlooker) {
        processors.watchedBy(onlooker);
        executors.watchedBy(onlooker);
        nics.forEach(nic -> nic.watchedBy(onlooker));
        guests.forEach(parts -> parts.ports().watchedBy(onlooker, "disk " + parts.number() % Math.max(1, disks.size())));
    }

    /** Throws if time, contexts, ledgers or devices do not add up. */
    public void checkConservation() {
        processors.checkConservation();
        executors.checkConservation();
        nics.forEach(nic -> nic.ring().checkConservation());
        disks.forEach(BlockDevice::checkConservation);
        files.forEach(ImageFile::checkConservation);
        if (cache != null) {
            cache.checkConservation();
        }
        memory().ifPresent(HostMemory::checkConservation);
        pagings.forEach(GuestPaging::checkConservation);
    }

    /** The machine's memory under a policy; empty where every guest's is fixed. */
    public Optional<HostMemory> memory() {
        return Optional.ofNullable(memory);
    }

    /** The memory of each guest. */
    public List<GuestMemory> memories() {
        return Collections.unmodifiableList(memories);
    }

    void remembers(HostMemory ofMachine) {
        memory = ofMachine;
    }

    void remembers(GuestPaging ofGuest) {
        pagings.add(ofGuest);
    }

    void remembers(GuestMemory ofGuest) {
        memories.add(ofGuest);
    }

    /** Spins that the platform has ended so far in guests of a group. */
    public long spinExits(int group) {
        long exits = 0;
        for (GuestParts parts : guests) {
            exits += parts.guest().owner() == group ? parts.guest().synchronization().spinExits() : 0;
        }
        return exits;
    }

    List<GuestParts> guests() {
        return guests;
    }

    void add(GuestParts guest) {
        guests.add(guest);
    }

    void addDriverDomain(Context vcpu) {
        driverDomain.add(vcpu);
    }

    Executors executors() {
        return executors;
    }

    int moderationSlot() {
        return moderationSlot;
    }

    /** Prices of what no guest in particular causes. */
    void pricedBy(Pricing pricing) {
        hostPricing = pricing;
    }

    Pricing hostPricing() {
        return hostPricing;
    }

    Price event(String name, Pricing pricing) {
        return pricing.price(platform.event(name));
    }

    /** @param core to which it is bound, or -1 */
    Context newHostThread(String name, int weight, int core) {
        ContextSettings settings = ContextSettings.with(processors.newMeter(owners.host()), slots, Place.HOST_PROCESS)
                .domain(-1)
                .share(new Share(weight, 0, Double.POSITIVE_INFINITY))
                .contextSwitch(event("context-switch", hostPricing))
                .interProcessorInterrupt(event("ipi", hostPricing), hostPricing.price(PlatformSpec.wakingInterrupt(platform.event("ipi"))))
                .pinnedTo(core);
        return processors.newContext(name, settings);
    }

    /** How a device's interrupt on a core reaches its handler: there itself, or forwarded to the handler's context. */
    InterruptEntry interruptOn(Core core, boolean handledThere) {
        PhysicalInterrupt interrupt = interrupt(core);
        return handledThere ? interrupt : new ForwardedInterrupt(core, interrupt);
    }

    PhysicalInterrupt interrupt(Core core) {
        return new PhysicalInterrupt(
                core, event("physical-interrupt", hostPricing), platform.worldSwitch().isPresent());
    }

    /** The interrupt of a device to a handler, which it reaches by {@code entry}. */
    InterruptLine interruptLine(String kind, int deviceNumber, Consumer handler, InterruptEntry entry) {
        Moderation moderation = kind.equals("nic") ? nicModels.get(deviceNumber).moderation() : Moderation.NONE;
        String name = kind + " " + deviceNumber + " to " + handler.name();
        InterruptLine line = lines.get(name);
        if (line == null) {
            line = new InterruptLine(name, simulation, moderation, () -> handler.interrupt(entry));
            lines.put(name, line);
        }
        return line;
    }
}
