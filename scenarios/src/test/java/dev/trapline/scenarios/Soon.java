package dev.trapline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Holds that something takes less than a second of CPU, however busy the machine is. */
public final class Soon {
    private static final long SECOND = 1_000_000_000L;

    private Soon() {}

    public static <T> T done(Callable<T> task) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            T result = task.call();
            assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before).isLessThan(SECOND);
            return result;
        });
    }
}
