package dev.trapline.benchmarks.engines;

import dev.trapline.benchmarks.queue.IncrementTable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One model in one engine; each fork has seen no other engine and no other model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms3g", "-Xmx3g"})
public class EngineBenchmark {
    private static final int OPERATIONS = 20_000;

    @Param({"records", "timers", "indexed"})
    private String engine;

    /** A distribution of increments, "cancelling", "single-server" or "central-server". */
    @Param("exponential")
    private String model;

    /** Pending events, or customers. */
    @Param("1000")
    private int size;

    private Model running;

    @Setup
    public void start() {
        Engine made = Engine.of(engine);
        running = switch (model) {
            case "cancelling" -> made.cancelling(size, new IncrementTable("exponential", size));
            case "single-server" -> made.singleServer(new Draws());
            case "central-server" -> made.centralServer(size, new Draws());
            default -> made.hold(size, new IncrementTable(model, size));
        };
        // Every event has been executed a few times: what is measured is the steady state.
        running.execute(Math.max(OPERATIONS, 3L * size));
    }

    @Benchmark
    @OperationsPerInvocation(OPERATIONS)
    public void run() {
        running.execute(OPERATIONS);
    }
}
