package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.random.ConstantDistribution;
import dev.trapline.random.Distribution;
import dev.trapline.random.ExponentialDistribution;
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
            "Requests that arrive at a rate, whatever becomes of those before; at random (exponential times between them) or"
                    + " regularly.",
            "",
            List.of(
                    Shape.required("rate", Shape.of(Dimension.RATE, 1e-6, 1e9), "Requests per second and guest."),
                    Shape.optional("arrivals", Shape.choice("random", "regular"), "random", "How they are spread over time."),
                    Shape.optional(
                            "first", Shape.time(0, 1e15), 0L, "When the first of regular ones arrives, from the beginning of the run."),
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
        double gapPicos = Time.PICOS_PER_SECOND / values.number("rate");
        boolean regular = values.text("arrivals").equals("regular");
        gap = regular ? ConstantDistribution.of(gapPicos) : ExponentialDistribution.of(gapPicos);
        server = new Server(steps, values.count("tasks"), setting, mixes);
        arrival = setting.simulation().newTimer(setting.guest().name() + " arrival", Phase.ARRIVE, this::arrive);
        if (regular) {
            arrival.armAfter(values.whole("first"));
        } else {
            armNext();
        }
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
            request = new Request(ONLY_CLIENT, setting.newTrail(), this::answered);
        }

        private void answered() {
            setting.measure().leaves(request, setting.simulation().now());
            server.answered(request);
            idle.addLast(this);
        }
    }
}
