package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.spec.MixSpec;
import dev.trapline.work.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that answers calls of other guests: so many tasks carry them out, one each, and further ones wait in their order.
 * A free task of the vCPU with the fewest busy ones takes the next.
 */
final class Service implements Workload.Run {
    static final String NAME = "service";

    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            NAME,
            "Answers the calls of other groups' guests (their step `call`); who finds no task free waits in order.",
            "",
            List.of(
                    Shape.optional("tasks", Shape.count(1, 100_000), 64L, "Tasks in each guest: so many calls are carried out at a time."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache."),
                    Shape.required(
                            "steps",
                            Shape.listOf(Steps.standard().keyedShape()),
                            "What is done for a call between its reading and the writing of the reply.")),
            values -> of(Steps.inside(values)));

    private final Setting setting;
    private final int busySlot;
    private final List<ArrayDeque<Worker>> free = new ArrayList<>();
    private final ArrayDeque<Call> waiting = new ArrayDeque<>();

    private Service(Values values, List<StepFactory> factories, Setting setting, Map<String, MixSpec> mixes) {
        this.setting = setting;
        busySlot = setting.guest().pricing().slots().waiting(Place.GUEST_USER, "tasks busy");
        setting.guest().vcpus().forEach(vcpu -> free.add(new ArrayDeque<>()));
        for (int i = 0; i < values.count("tasks"); i++) {
            Step[] steps = new CallEnds(setting).around(Steps.create(factories, setting, mixes));
            free.get(i % free.size()).addLast(new Worker(i, steps, setting, this::next));
        }
        setting.services().of(setting.guest().spec().name()).add(this);
    }

    private static WorkloadFactory of(Values values) {
        List<StepFactory> steps = Steps.of(values);
        return mixes -> setting -> new Service(values, steps, setting, mixes);
    }

    GuestPorts ports() {
        return setting.ports();
    }

    /** A call is there, as this activity of the guest tells it. */
    void take(Call call, Carrier by) {
        call.begins();
        setting.measure().enters(call, setting.simulation().now());
        ArrayDeque<Worker> idlest = free.get(0);
        for (int i = 1; i < free.size(); i++) {
            idlest = free.get(i).size() > idlest.size() ? free.get(i) : idlest;
        }
        if (idlest.isEmpty()) {
            waiting.addLast(call);
        } else {
            idlest.removeFirst().assign(call, by);
        }
    }

    /** The reply is at the caller's guest. */
    void answered(Call call) {
        setting.measure().leaves(call, setting.simulation().now());
    }

    /** What a task does next; null, and it is free: nothing. */
    private Request next(Worker worker) {
        Call call = waiting.pollFirst();
        if (call == null) {
            free.get(worker.number() % free.size()).addFirst(worker);
        } else {
            call.trail().until(setting.simulation().now(), busySlot);
        }
        return call;
    }
}
