package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.random.ExponentialDistribution;
import dev.trapline.random.Distribution;
import dev.trapline.spec.MixSpec;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/** Requests that arrive at a rate whatever becomes of those before; latency counts from the intended arrival. */
final class OpenLoad implements Workload.Run {
    private static final int ARRIVING = 1_000;
    /** Draws are keyed by the number of the arrival alone, whoever carries it out. */
    private static final int ONLY_CLIENT = 0;

    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "open",
            "Requests that arrive at a rate, whatever becomes of those before; exponential times between them.",
            "",
            List.of(
                    Shape.required("rate", Shape.of(Dimension.RATE, 1e-6, 1e9), "Requests per second and guest."),
                    Shape.optional("tasks", Shape.count(1, 100_000), 64L, "Workers in the guest."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache."),
                    Steps.key()),
            values -> open(Steps.checked(values)));

    private final Setting setting;
    private final Distribution gap;
    private final Server server;
    private final Timer arrival;
    private final ArrayDeque<Arrival> idle = new ArrayDeque<>();
    private long arrived;

    private OpenLoad(Values values, List<StepFactory> steps, Setting setting, Map<String, MixSpec> mixes) {
        this.setting = setting;
        gap = ExponentialDistribution.of(Time.PICOS_PER_SECOND / values.number("rate"));
        server = new Server(steps, values.count("tasks"), setting, mixes);
        arrival = setting.simulation().newTimer(setting.guest().name() + " arrival", Phase.ARRIVE, this::arrive);
        armNext();
    }

    private static WorkloadFactory open(Values values) {
        List<StepFactory> steps = Steps.of(values);
        return mixes -> setting -> new OpenLoad(values, steps, setting, mixes);
    }

    private void armNext() {
        arrival.armAfter((long) gap.sample(setting.drawsOf(ONLY_CLIENT, arrived, ARRIVING)));
    }

    private void arrive() {
        Arrival next = idle.isEmpty() ? new Arrival() : idle.removeFirst();
        next.request.begin(arrived++, setting.simulation().now());
        armNext();
        server.take(next.request);
    }

    private final class Arrival {
        private final Request request;

        Arrival() {
            request = new Request(ONLY_CLIENT, setting.guest().owner(), this::answered);
        }

        private void answered() {
            setting.measure().leaves(request.trail(), setting.simulation().now());
            idle.addLast(this);
        }
    }
}
