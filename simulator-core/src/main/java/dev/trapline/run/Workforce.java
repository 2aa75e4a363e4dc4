package dev.trapline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** So many threads, which do the work of all tasks at once and hand over what it gave in the order of the tasks. */
final class Workforce {
    private final int threads;

    Workforce(int threads) {
        this.threads = threads;
    }

    /** @param name of a task, for whoever has to know which one broke down */
    <T, R> void run(List<T> tasks, Function<T, R> work, BiConsumer<T, R> done, Function<T, String> name) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> running = new ArrayList<>();
            for (T task : tasks) {
                running.add(pool.submit(() -> work.apply(task)));
            }
            for (int i = 0; i < tasks.size(); i++) {
                done.accept(tasks.get(i), await(running.set(i, null), name.apply(tasks.get(i))));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R await(Future<R> future, String name) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(name + ": " + failed.getCause().getMessage(), failed.getCause());
        }
    }
}
