package dev.trapline.scheduler;

import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.Optional;

/** Makes the scheduler of one run; what a scheduler's declaration creates from the values in a file. */
@FunctionalInterface
public interface SchedulerFactory {
    Scheduling create(Processors processors);

    /** A factory that says what its schedulers know of shares, and what they keep. */
    static SchedulerFactory knowing(Controls controls, Promises promises, SchedulerFactory factory) {
        return new SchedulerFactory() {
            @Override
            public Scheduling create(Processors processors) {
                return factory.create(processors);
            }

            @Override
            public Controls controls() {
                return controls;
            }

            @Override
            public Optional<Promises> promises() {
                return Optional.of(promises);
            }
        };
    }

    /** Which terms of a share its schedulers know. */
    default Controls controls() {
        return Controls.NONE;
    }

    /** What its schedulers keep; one of the standard list that states nothing fails the contract tests. */
    default Optional<Promises> promises() {
        return Optional.empty();
    }

    /** How many cores the run shows to the scheduler: more than there are only if it shares them in time by itself. */
    default int lanes(int cores, int contexts) {
        return cores;
    }

    /**
     * Makes the scheduler for processors that may show more lanes than there are cores.
     *
     * @param cores how many cores there really are
     */
    default Scheduling create(Processors processors, int cores) {
        return create(processors);
    }
}
