package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.random.Distribution;
import dev.trapline.spec.MixSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** So many clients for each guest, each of which waits for its answer, thinks, and asks again. */
final class ClosedLoad implements Workload.Run {
    private static final int THINKING = 1_000;
    /** Whoever asks so often within one instant would do so for ever. */
    private static final int MOST_AT_ONE_INSTANT = 100_000;

    static final List<Shape.Key> KEYS = List.of(
            Shape.required("clients", Shape.count(1, 100_000), "Clients for each guest."),
            Shape.optional(
                    "think",
                    new Shape.Draws(Dimension.TIME, 0, 9e18),
                    DrawnQuantity.constant(Dimension.TIME, 0),
                    "What a client waits between an answer and its next request."),
            Shape.optional("tasks", Shape.count(0, 100_000), 0L, "Workers in the guest; 0: one for each client."),
            Shape.optional("working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache."),
            Steps.key());

    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "closed",
            "A number of clients, each of which waits for its answer, thinks, and asks again.",
            "",
            KEYS,
            values -> closed(Steps.checked(values), Long.MAX_VALUE));

    static final Component<WorkloadFactory> FIXED_JOB = new Component<>(
            "fixed-job",
            "Each client does a number of jobs, one after the other; it ends when all are done.",
            "",
            with(Shape.required("jobs", Shape.count(1, 1_000_000_000), "Jobs of each client."), KEYS),
            values -> closed(Steps.checked(values), values.whole("jobs")));

    private final Setting setting;
    private final Distribution think;
    private final Server server;
    private final long jobs;
    private int finished;
    private final int clients;

    private ClosedLoad(Values values, List<StepFactory> steps, long jobs, Setting setting, Map<String, MixSpec> mixes) {
        this.setting = setting;
        this.jobs = jobs;
        clients = values.count("clients");
        think = Drawn.of(values.draws("think"));
        int tasks = values.count("tasks") == 0 ? clients : values.count("tasks");
        server = new Server(steps, tasks, setting, mixes);
        for (int i = 0; i < clients; i++) {
            new Client(i).think();
        }
    }

    private static WorkloadFactory closed(Values values, long jobs) {
        List<StepFactory> steps = Steps.of(values);
        return mixes -> setting -> new ClosedLoad(values, steps, jobs, setting, mixes);
    }

    @Override
    public boolean isFinished() {
        return finished == clients;
    }

    private static List<Shape.Key> with(Shape.Key key, List<Shape.Key> keys) {
        List<Shape.Key> more = new ArrayList<>();
        more.add(key);
        more.addAll(keys);
        return more;
    }

    private final class Client {
        private final Request request;
        private final Timer timer;
        private final int number;
        private long asked;
        private long askedAt = -1;
        private int askedThen;

        Client(int number) {
            this.number = number;
            request = new Request(number, setting.newTrail(), this::answered);
            timer = setting.simulation()
                    .newTimer(setting.guest().name() + " client " + number, Phase.ARRIVE, this::ask);
        }

        void think() {
            timer.armAfter((long) think.sample(setting.drawsOf(number, asked, THINKING)));
        }

        private void ask() {
            long now = setting.simulation().now();
            askedThen = now == askedAt ? askedThen + 1 : 0;
            askedAt = now;
            if (askedThen == MOST_AT_ONE_INSTANT) {
                throw new IllegalStateException("a client of '" + setting.guest().name() + "' asked " + askedThen
                        + " times within one instant: neither its requests nor its thinking take any time");
            }
            request.begin(asked++, now);
            server.take(request);
        }

        private void answered() {
            setting.measure().leaves(request, setting.simulation().now());
            server.answered(request);
            if (asked < jobs) {
                think();
            } else {
                finished++;
            }
        }
    }
}
