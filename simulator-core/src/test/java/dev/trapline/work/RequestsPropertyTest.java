package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that hop between contexts and levels of two cores, which lose them to slices, interrupts and changes of
 * speed at random instants. Whatever happens, the parts of a request add up to its latency, its service is what it
 * asked for, and who held a core or a context while requests waited adds up to how long they waited: all to the
 * picosecond.
 *
 * <p>A failure prints its seed; {@code -Dtest.seed=N} runs that seed alone.
 */
class RequestsPropertyTest {
    private static final int SEEDS = 100;
    private static final int CORES = 2;
    private static final int CLASSES = 3;

    static LongStream seeds() {
        Long only = Long.getLong("test.seed");
        return only != null ? LongStream.of(only) : LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingAddsUp(long seed) {
        try {
            new Run(seed).run();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("replay with -Dtest.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private static final class Run {
        private static final long END = 20_000 * MICRO;

        private final SplittableRandom random;
        private final Bench bench = new Bench(CORES, CLASSES, 1);
        private final List<Server> servers = new ArrayList<>();
        private final long[] waitedForCore = new long[CLASSES];
        private final long[] waitedInQueue = new long[CLASSES];
        private int begun;
        private int done;

        Run(long seed) {
            random = new SplittableRandom(seed);
            bench.scheduling.slicePicos = random.nextBoolean() ? random.nextLong(MICRO, 100 * MICRO) : Long.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                Context context = bench.processors.newContext("vcpu " + i, settings());
                servers.add(new Server("task", Level.TASK, context));
                servers.add(new Server("other task", Level.TASK, context));
                servers.add(new Server("softirq", Level.SOFTIRQ, context));
            }
            every(60 * MICRO, this::arrive);
            every(50 * MICRO, this::stealTime);
            every(90 * MICRO, this::interrupt);
            every(150 * MICRO, this::changeSpeed);
            every(200 * MICRO, bench.processors::checkConservation);
        }

        private ContextSettings settings() {
            Price some = bench.price(bench.monitor, 1);
            ContextSettings settings = bench.settings().contextSwitch(some).interProcessorInterrupt(some, some)
                    .idle(some, some).tasks(some, 7 * MICRO).cache(640, 1000, 64, 1, MICRO / 10);
            boolean spins = bench.scheduling.slicePicos < END && random.nextInt(4) == 0;
            return spins ? settings.spinning() : settings;
        }

        void run() {
            bench.simulation.runUntil(4 * END);
            bench.processors.checkConservation();
            assertThat(done).as("requests").isEqualTo(begun).isGreaterThan(100);
            for (int i = 0; i < CLASSES; i++) {
                assertThat(sum(i, bench.processors.occupancy()::forCore)).as("for a core, class " + i)
                        .isEqualTo(CORES * waitedForCore[i]);
                assertThat(sum(i, bench.processors.occupancy()::inQueue)).as("in a context, class " + i)
                        .isEqualTo(waitedInQueue[i]);
            }
        }

        private interface Held {
            long by(int owner, int slot);
        }

        private long sum(int owner, Held held) {
            long sum = 0;
            for (int slot = 0; slot < bench.slots.size(); slot++) {
                sum += held.by(owner, slot);
            }
            return sum;
        }

        private void every(long meanPicos, Runnable action) {
            Timer[] timer = new Timer[1];
            timer[0] = bench.simulation.newTimer("every " + meanPicos, Phase.values()[random.nextInt(3)], () -> {
                action.run();
                if (bench.simulation.now() < END) {
                    timer[0].armAfter(random.nextLong(2 * meanPicos));
                }
            });
            timer[0].armAfter(random.nextLong(meanPicos));
        }

        private void arrive() {
            begun++;
            Request request = new Request(new Trail(random.nextInt(CLASSES)), 1 + random.nextInt(4));
            request.trail.begin(bench.simulation.now());
            server().accept(request);
        }

        private Server server() {
            return servers.get(random.nextInt(servers.size()));
        }

        private void stealTime() {
            Agenda stolen = bench.processors.cores().get(random.nextInt(CORES)).stolen();
            new Burst(stolen, random.nextBoolean() ? Level.INTERRUPT : Level.SOFTIRQ, bench.machine).raise();
        }

        private void interrupt() {
            List<Context> contexts = bench.processors.contexts();
            new Burst(contexts.get(random.nextInt(contexts.size())).agenda(), Level.INTERRUPT, bench.kernel).raise();
        }

        private void changeSpeed() {
            long down = random.nextLong(1, 5);
            bench.processors.cores().get(random.nextInt(CORES)).speed(random.nextLong(1, down + 1), down);
        }

        private void finish(Request request) {
            done++;
            Trail trail = request.trail;
            long total = 0;
            long served = 0;
            for (int i = 0; i < trail.size(); i++) {
                total += trail.picos(i);
                String mechanism = bench.slots.get(trail.slot(i)).mechanism();
                served += trail.slot(i) == bench.user ? trail.picos(i) : 0;
                waitedForCore[trail.owner()] += mechanism.equals("no core") ? trail.picos(i) : 0;
                waitedInQueue[trail.owner()] += mechanism.equals("queue") ? trail.picos(i) : 0;
            }
            assertThat(total).isEqualTo(bench.simulation.now() - trail.start());
            assertThat(served).isEqualTo(request.asked);
        }

        private static final class Request {
            private final Trail trail;
            private int hops;
            private long asked;

            Request(Trail trail, int hops) {
                this.trail = trail;
                this.hops = hops;
            }
        }

        /** One burst of work of random length, which may be none. */
        private final class Burst extends Activity {
            private final int slot;
            private boolean begun;

            Burst(Agenda agenda, Level level, int slot) {
                super("burst", level, agenda);
                this.slot = slot;
            }

            @Override
            protected boolean step() {
                if (!begun) {
                    block().add(slot, random.nextLong(20 * MICRO));
                }
                begun = !begun;
                return begun;
            }
        }

        /** Serves requests in order and passes them on. */
        private final class Server extends Activity {
            private final Context context;
            private final ArrayDeque<Request> queue = new ArrayDeque<>();
            private Request current;

            Server(String name, Level level, Context context) {
                super(context.name() + " " + name, level, context.agenda());
                this.context = context;
            }

            void accept(Request request) {
                request.hops--;
                request.trail.waitIn(context, bench.simulation.now());
                queue.add(request);
                raise();
            }

            @Override
            protected Trail awaited() {
                return queue.isEmpty() ? null : queue.peek().trail;
            }

            @Override
            protected boolean step() {
                if (current != null && current.hops > 0) {
                    server().accept(current);
                } else if (current != null) {
                    finish(current);
                }
                current = queue.poll();
                if (current == null) {
                    return false;
                }
                long demand = random.nextInt(5) == 0 ? 0 : random.nextLong(20 * MICRO);
                current.asked += demand;
                serve(current.trail);
                block().add(bench.user, demand);
                return true;
            }
        }
    }
}
