package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Phase;
import dev.trapline.random.KeyedSource;
import dev.trapline.virtualization.Operation;
import dev.trapline.work.Level;
import dev.trapline.work.Price;
import dev.trapline.work.Trail;
import java.util.ArrayDeque;
import java.util.List;

/**
 * A disk benchmark: programs that each keep so many operations under way, as fio does with asynchronous input and output. A
 * program submits one operation in one system call until as many are under way as shall be; then it asks in another for those
 * that have ended, sleeps if none has, and gets all that have. How many that are is an outcome.
 */
final class DiskQueue implements Workload.Run {
    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "disk-queue",
            "Programs that each keep so many disk operations under way, submitted asynchronously.",
            "",
            List.of(
                    Shape.required("depth", Shape.count(1, 10_000), "Operations that each program keeps under way."),
                    Shape.optional("jobs", Shape.count(1, 10_000), 1L, "Programs in each guest."),
                    Shape.required("bytes", Shape.of(Dimension.BYTES, 512, 1e9), "The size of each."),
                    Shape.optional("access", Shape.choice("random", "sequential"), "random", "Where on the disk."),
                    Shape.optional(
                            "file",
                            Shape.bytes(),
                            0L,
                            "Random operations lie in a file of this size, at multiples of theirs; 0: all over the disk."),
                    Shape.optional("read-share", Shape.ratio(), 1.0, "How many of them read."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache.")),
            values -> mixes -> setting -> new DiskQueue(values, setting));

    private final Setting setting;
    private final long bytes;
    private final boolean sequential;
    private final long file;
    private final double readShare;
    private final Price call;

    private DiskQueue(Values values, Setting setting) {
        this.setting = setting;
        bytes = values.whole("bytes");
        sequential = values.text("access").equals("sequential");
        file = values.whole("file");
        readShare = values.number("read-share");
        call = setting.guest().pricing().price(Operation.SYSTEM_CALL);
        for (int i = 0; i < values.count("jobs"); i++) {
            Program program = new Program(i, values.count("depth"));
            setting.simulation()
                    .newTimer(setting.guest().name() + " program " + i, Phase.ARRIVE, program::raise)
                    .armAfter(0);
        }
    }

    private final class Program extends Carrier {
        private final int number;
        private final ArrayDeque<Submission> free = new ArrayDeque<>();
        private final ArrayDeque<Submission> ended = new ArrayDeque<>();
        private long submitted;
        private boolean asking;

        Program(int number, int depth) {
            super(
                    setting.guest().name() + " task " + number,
                    Level.TASK,
                    setting.guest().vcpuOf(number).agenda(),
                    setting.simulation());
            this.number = number;
            for (int i = 0; i < depth; i++) {
                free.addLast(new Submission(this));
            }
        }

        /** The first of those that have ended and of which it does not know yet. */
        @Override
        protected Trail awaited() {
            Request first = ended.peekFirst();
            return first == null ? null : first.trail();
        }

        @Override
        protected boolean work() {
            if (asking) {
                asking = false;
                take();
            }
            if (!free.isEmpty()) {
                submit(free.removeFirst());
                return true;
            }
            if (ended.isEmpty()) {
                return false;
            }
            asking = true;
            serve(ended.peekFirst().trail());
            call.appendTo(meter(), block());
            return true;
        }

        /** Its question has been answered: all that have ended by now. */
        private void take() {
            while (!ended.isEmpty()) {
                Submission request = ended.removeFirst();
                settle(request.trail(), now());
                setting.measure().leaves(request, now());
                free.addLast(request);
            }
        }

        private void submit(Submission request) {
            request.begin(submitted++, now());
            setting.measure().enters(request, now());
            KeyedSource draws = setting.drawsOf(number, request.index(), 0);
            boolean write = draws.nextDouble() >= readShare;
            double position = draws.nextDouble();
            double angle = draws.nextDouble();
            request.is(write ? "write" : "read");
            Transfer operation = setting.ports().diskOperation(
                    bytes, write, sequential, position, angle, this, request.trail(), request);
            if (sequential) {
                setting.ports().place(operation, start(), request.index() * bytes);
            }
            if (file > 0 && !sequential) {
                long places = Math.max(1, file / bytes);
                setting.ports().place(operation, start(), (long) (position * places) * bytes);
            }
            serve(request.trail());
            call.appendTo(meter(), block());
            setting.ports().submit(this, operation);
        }

        /** Where its file begins, 0 to 1 of the disk. */
        private double start() {
            return setting.draws().at(number, 0, 1).nextDouble();
        }

        private void hasEnded(Submission request) {
            request.trail().waitIn(agenda().context(), now());
            ended.addLast(request);
            raise();
        }
    }

    /** One of those that a program has under way. */
    private final class Submission extends Request implements Transfer.End {
        private final Program program;

        Submission(Program program) {
            super(program.number, setting.newTrail(), () -> {});
            this.program = program;
        }

        @Override
        public void reached(Transfer done, Carrier by) {
            program.hasEnded(this);
        }
    }
}
