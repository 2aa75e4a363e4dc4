package dev.trapline.virtualization;

import dev.trapline.spec.Charge;
import dev.trapline.spec.Cost;
import dev.trapline.spec.MixSpec;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Slots;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Prices for one guest on one platform: of single operations, of charge lists, and of demand with an operation mix. */
public final class Pricing {
    /** The name by which a list of charges means all that an exit costs. */
    public static final String EXIT = "exit";

    private static final String TASK_PRIORITY_WRITE = "tpr-write";

    private static final long MEGA = 1_000_000;

    private final Technique cpu;
    private final Technique memory;
    private final PlaceCosts costs;
    private final Slots slots;
    /** Mixes that were asked for, each of which every task of a guest has. */
    private final List<Priced> priced = new ArrayList<>();
    private final Map<Operation, Price> operations = new EnumMap<>(Operation.class);
    private Price taskPriorityWrite = Price.FREE;
    private int taskPriorityWritesPerCall;
    private Function<String, List<Charge>> events = name -> List.of();

    /** Calls for the network that were asked for, alike. */
    private final List<Called> called = new ArrayList<>();
    private final Map<String, Price> eventPrices = new LinkedHashMap<>();

    private record Priced(MixSpec mix, Demand demand) {}

    private record Called(String call, long bytes, Price price) {}

    public Pricing(Technique cpu, Technique memory, PlaceCosts costs, Slots slots) {
        this.cpu = cpu;
        this.memory = memory instanceof ShadowPaging shadow && cpu.entersByExit() ? shadow.enteredByExit() : memory;
        this.costs = costs;
        this.slots = slots;
    }

    /** What a write of the task priority costs, and how often a system call makes one. */
    public Pricing withTaskPriority(Price write, int perSystemCall) {
        priced.clear();
        operations.clear();
        called.clear();
        taskPriorityWrite = write;
        taskPriorityWritesPerCall = perSystemCall;
        return this;
    }

    /** What the guest's platform charges for each event, by its name. */
    public Pricing withEvents(Function<String, List<Charge>> charged) {
        events = charged;
        eventPrices.clear();
        return this;
    }

    /** What an event costs; free where the platform charges nothing for it and the processor does not do it either. */
    public Price event(String name) {
        if (name.equals(TASK_PRIORITY_WRITE)) {
            return taskPriorityWrite;
        }
        Price known = eventPrices.get(name);
        if (known == null) {
            known = price(events.apply(name));
            eventPrices.put(name, known);
        }
        return known;
    }

    /**
     * What a program's call for the network costs: the system call, the socket's code, and the copy of the data.
     *
     * @param call the name of the operating system's cost, {@code socket-read} or {@code socket-write}
     */
    public Price socketCall(String call, long bytes) {
        for (int i = 0; i < called.size(); i++) {
            Called known = called.get(i);
            if (known.bytes == bytes && known.call.equals(call)) {
                return known.price;
            }
        }
        Called added = new Called(call, bytes, priceOf(call, bytes));
        called.add(added);
        return added.price;
    }

    private Price priceOf(String call, long bytes) {
        int socket = slots.service(Place.GUEST_KERNEL, call);
        int copy = slots.service(Place.GUEST_KERNEL, "copy");
        Price data = Price.of(List.of(
                new Price.Item(socket, costs().get(call).milli(), 1),
                new Price.Item(copy, Math.multiplyExact(costs().get("copy-byte").milli(), bytes), 1)));
        return slots.common(price(Operation.SYSTEM_CALL).and(data));
    }

    /** The costs of the guest's own code. */
    public CostLookup costs() {
        return costs.at(Place.GUEST_KERNEL);
    }

    public Slots slots() {
        return slots;
    }

    /** What one operation costs. */
    public Price price(Operation operation) {
        Price known = operations.get(operation);
        if (known == null) {
            known = priceOf(operation);
            operations.put(operation, known);
        }
        return known;
    }

    private Price priceOf(Operation operation) {
        List<Price.Item> items = new ArrayList<>();
        for (Part part : parts(operation)) {
            items.add(item(part, 1));
        }
        Price price = Price.of(items);
        return slots.common(
                operation == Operation.SYSTEM_CALL ? price.and(taskPriorityWrite.repeated(taskPriorityWritesPerCall)) : price);
    }

    private Price.Item item(Part part, int times) {
        return new Price.Item(
                slots.service(part.place(), part.mechanism()), Math.multiplyExact(part.cost().milli(), (long) times), times);
    }

    /** What a list of charges costs. */
    public Price price(List<Charge> charges) {
        if (charges.isEmpty()) {
            return Price.FREE;
        }
        List<Price.Item> items = new ArrayList<>();
        for (Charge charge : charges) {
            Place place = Place.of(charge.place());
            if (charge.cost().equals(EXIT)) {
                for (Part part : HardwareAssist.exit(costs.at(place))) {
                    items.add(item(part, charge.times()));
                }
                continue;
            }
            if (place == Place.GUEST_KERNEL && charge.cost().equals(Operation.ADDRESS_SPACE_SWITCH.word())) {
                items.addAll(addressSpaceSwitch(charge));
                continue;
            }
            long milli = Math.multiplyExact(costs.at(place).get(charge.cost()).milli(), (long) charge.times());
            items.add(new Price.Item(slots.service(place, charge.mechanism()), milli, charge.times()));
        }
        return slots.common(Price.of(items));
    }

    /** A guest's own change of its address space: what the memory technique makes of it, its walks apart from the rest. */
    private List<Price.Item> addressSpaceSwitch(Charge charge) {
        return memory.parts(Operation.ADDRESS_SPACE_SWITCH, costs()).stream()
                .map(part -> part.place() == Place.GUEST_KERNEL ? new Part(part.place(), charge.mechanism(), part.cost()) : part)
                .map(part -> item(part, charge.times()))
                .toList();
    }

    /** What demand with this mix costs, by million native cycles; the native cycles themselves stand apart. */
    public Demand demand(MixSpec mix) {
        for (Priced known : priced) {
            if (known.mix == mix) {
                return known.demand.another();
            }
        }
        Priced added = new Priced(mix, price(mix));
        priced.add(added);
        return added.demand.another();
    }

    private Demand price(MixSpec mix) {
        Map<Integer, long[]> bySlot = new TreeMap<>();
        for (Cost rate : mix.rates().all()) {
            Operation operation = Operation.of(rate.name());
            for (Price.Item item : price(operation).items()) {
                long[] sums = bySlot.computeIfAbsent(item.slot(), slot -> new long[2]);
                sums[0] += Math.multiplyExact(rate.milli(), item.milliCycles()) / 1000;
                sums[1] += Math.multiplyExact(rate.milli(), (long) item.times());
            }
        }
        long accesses = mix.rates().find(Operation.MEMORY_ACCESS.word()).map(Cost::milli).orElse(0L);
        return new Demand(slots.service(Place.GUEST_USER, "computing"), bySlot, accesses == 0 ? Price.FREE : remoteAccess(), accesses);
    }

    /** What an access costs in addition to memory of another node; free on processors without nodes. */
    public Price remoteAccess() {
        return costs()
                .find("remote-memory-access")
                .map(cost -> Price.of(List.of(new Price.Item(slots.service(Place.GUEST_KERNEL, "remote memory"), cost.milli(), 1))))
                .orElse(Price.FREE);
    }

    private List<Part> parts(Operation operation) {
        return operation.isOfMemory() ? memory.parts(operation, costs()) : cpu.parts(operation, costs());
    }

    /** The cost per million of {@code milliCycles} of demand, both in thousandths of a cycle, without loss of range. */
    static long scaled(long milliCycles, long perMega) {
        long whole = milliCycles / (MEGA * 1000);
        long rest = milliCycles % (MEGA * 1000);
        return whole * perMega + rest / 1000 * perMega / MEGA;
    }
}
