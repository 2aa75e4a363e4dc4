package dev.trapline.workload;

/** A kind of workload with what it was told; starts itself in each guest that has it. */
@FunctionalInterface
public interface Workload {
    /** Arms what makes it run; called once for each guest, before the simulation starts. */
    Run start(Setting setting);

    /** One guest's running workload. */
    interface Run {
        /** Whether it has done all that it was to do; an endless workload never has. */
        default boolean isFinished() {
            return false;
        }

        /** Idleness, or something that goes on for ever by itself. */
        Run ENDLESS = new Run() {};
    }
}
