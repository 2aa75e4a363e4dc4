package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.work.Activity;
import dev.trapline.work.Agenda;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Trail;
import java.util.List;

/**
 * Tasks that hand a token round, as lmbench's lat_ctx and lat_pipe do: each waits for it, does its part and wakes the
 * next. Tasks of one vCPU pay the switch from one to the other. Tasks are spread over vCPUs; one that wakes a task of
 * another vCPU pays for the guest's interrupt to that (the event {@code guest-ipi}), and has nothing more to do itself.
 */
final class TokenRing implements Workload.Run {
    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "token-ring",
            "Tasks that hand a token round; each pass wakes the next task.",
            "mcvoy-1996",
            List.of(
                    Shape.required("tasks", Shape.count(2, 10_000), "Tasks in the ring."),
                    Shape.required(
                            "pass",
                            Shape.of(Dimension.CYCLES, 0, 9e15),
                            "Native cycles of a pass, without the switch and without the counts."),
                    Shape.optional("passes", Shape.count(1, 1_000_000), 1L, "Passes that make one request."),
                    Counts.KEY),
            values -> mixes -> setting -> new TokenRing(values, setting));

    private final Setting setting;
    private final Member[] members;
    private final Request request;
    private final Price pass;
    private final Price interrupt;
    private final long passes;
    private long number;
    private long left;

    private TokenRing(Values values, Setting setting) {
        this.setting = setting;
        passes = values.whole("passes");
        int computing = setting.guest().pricing().slots().service(Place.GUEST_KERNEL, "computing");
        pass = Price.of(List.of(new Price.Item(computing, values.whole("pass"), 1)))
                .and(Counts.price(values.values("counts"), setting.guest().pricing()));
        interrupt = setting.guest().pricing().event("guest-ipi");
        request = new Request(0, setting.newTrail(), () -> {});
        members = new Member[values.count("tasks")];
        for (int i = 0; i < members.length; i++) {
            members[i] = new Member(i, setting.guest().vcpuOf(i).agenda());
        }
        setting.simulation()
                .newTimer(setting.guest().name() + " token", Phase.ARRIVE, () -> begin(members[0]))
                .armAfter(0);
    }

    private void begin(Member first) {
        left = passes;
        request.begin(number++, setting.simulation().now());
        setting.measure().enters(request, setting.simulation().now());
        first.receive();
    }

    private final class Member extends Activity {
        private final int index;
        private Stage stage = Stage.WAITS;

        Member(int index, Agenda agenda) {
            super(setting.guest().name() + " task " + index, Level.TASK, agenda);
            this.index = index;
        }

        void receive() {
            request.trail().waitIn(agenda().context(), setting.simulation().now());
            stage = Stage.HAS_IT;
            raise();
        }

        @Override
        protected Trail awaited() {
            return stage == Stage.HAS_IT ? request.trail() : null;
        }

        private Member next() {
            return members[(index + 1) % members.length];
        }

        @Override
        protected boolean step() {
            if (stage == Stage.HAS_IT) {
                stage = Stage.PASSED;
                return works(pass);
            }
            if (stage == Stage.PASSED && mustInterrupt()) {
                stage = Stage.GIVES;
                return works(interrupt);
            }
            if (stage != Stage.WAITS) {
                give();
            }
            return false;
        }

        private boolean works(Price price) {
            serve(request.trail());
            price.appendTo(meter(), block());
            return true;
        }

        private boolean mustInterrupt() {
            return next().agenda().context() != agenda().context() && !interrupt.isFree();
        }

        private void give() {
            stage = Stage.WAITS;
            if (--left > 0) {
                next().receive();
                return;
            }
            long now = setting.simulation().now();
            settle(request.trail(), now);
            setting.measure().leaves(request, now);
            begin(next());
        }
    }

    private enum Stage {
        WAITS,
        HAS_IT,
        PASSED,
        GIVES
    }
}
