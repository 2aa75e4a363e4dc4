package dev.trapline.workload;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.random.Distribution;

/** The critical sections of one worker's computation, each under the same lock of its guest: where they begin, how long they are. */
abstract class Sections {
    static final Shape.Key KEY = Shape.optional(
            "lock",
            Shape.fields(
                    "lock",
                    "Critical sections of the computation, under a lock that the tasks of the guest share.",
                    Shape.required("every", new Shape.Draws(Dimension.CYCLES, 1, 9e15),
                            "Native cycles of the computation from one section to the next; begins anew with each request."),
                    Shape.required("hold", new Shape.Draws(Dimension.CYCLES, 0, 9e15),
                            "Cycles of a section, besides those of the computation."),
                    Shape.optional("kind", Shape.choice("test-and-set", "ticket", MutexSections.KIND), "test-and-set",
                            "Spinlocks of the kernel: whoever spins takes it when it is free, or whoever asked first. A lock of programs:"
                                    + " who finds it held sleeps, and is woken by whoever releases it."),
                    Shape.optional("name", Shape.text(), "lock", "Steps that name one lock take the same.")),
            null,
            "Critical sections under a lock of the guest.");

    /** Draws of one section are keyed by its number beside that of the step. */
    private static final int STEPS = 1024;

    private final int step;
    private final Distribution every;
    private final Distribution hold;
    private Worker worker;
    private int section;
    private long until;

    Sections(int step, Values values) {
        this.step = step;
        every = Drawn.of(values.draws("every"));
        hold = Drawn.of(values.draws("hold"));
    }

    static Sections of(int step, Values values, Setting setting) {
        return values.text("kind").equals(MutexSections.KIND)
                ? new MutexSections(step, values, setting)
                : new CriticalSections(step, values, setting);
    }

    /** A request of this worker begins its computation. */
    final void begin(Worker by) {
        worker = by;
        section = 0;
        until = draw(every, 0);
    }

    /** Native cycles until the next section, in thousandths. */
    final long until() {
        return until;
    }

    /** So much of the computation will be done with the piece at hand. */
    final void computes(long milliCycles) {
        until -= milliCycles;
    }

    /** Writes the next piece of a section, or sleeps; else the computation goes on, for which it may be too early. */
    abstract Step.Next works();

    final Worker worker() {
        return worker;
    }

    /** How long the present section is held, in thousandths of a cycle. */
    final long held() {
        return draw(hold, 1);
    }

    /** The present section is over. */
    final void passed() {
        section++;
        until = draw(every, 0);
    }

    private long draw(Distribution of, int which) {
        Request request = worker.request();
        return Math.max(1, (long) of.sample(worker.setting()
                .draws()
                .at(request.client(), request.index(), step + STEPS * (2 * section + which + 1))));
    }

    @Override
    public String toString() {
        return worker == null ? "nobody" : worker.name();
    }
}
