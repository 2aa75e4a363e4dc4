package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.spec.MixSpec;
import java.util.List;
import java.util.Map;

/** Programs in the guest that do the same again and again without pause; nobody outside asks for it. */
final class Loop implements Workload.Run {
    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "loop",
            "Programs in the guest that do the same again and again without pause: microbenchmarks, batch work.",
            "",
            List.of(
                    Shape.optional("tasks", Shape.count(1, 100_000), 1L, "Programs in each guest."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache."),
                    Steps.key()),
            values -> of(Steps.inside(values)));

    private final Setting setting;

    private Loop(Values values, List<StepFactory> factories, Setting setting, Map<String, MixSpec> mixes) {
        this.setting = setting;
        for (int i = 0; i < values.count("tasks"); i++) {
            Step[] steps = Steps.create(factories, setting, mixes);
            Program program = new Program(i, new Worker(i, steps, setting));
            setting.simulation()
                    .newTimer(setting.guest().name() + " program " + i, Phase.ARRIVE, program::again)
                    .armAfter(0);
        }
    }

    private static WorkloadFactory of(Values values) {
        List<StepFactory> steps = Steps.of(values);
        return mixes -> setting -> new Loop(values, steps, setting, mixes);
    }

    private final class Program {
        private final Worker worker;
        private final Request request;
        private long round;

        Program(int number, Worker worker) {
            this.worker = worker;
            request = new Request(number, setting.newTrail(), this::answered);
        }

        void again() {
            request.begin(round++, setting.simulation().now());
            setting.measure().enters(request, setting.simulation().now());
            worker.assign(request, null);
        }

        private void answered() {
            setting.measure().leaves(request, setting.simulation().now());
            again();
        }
    }
}
