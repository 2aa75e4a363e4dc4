package dev.trapline.work;

/**
 * Something a context or a core does piece by piece: an interrupt handler, a tasklet, a process. It is a state machine:
 * each step takes the effect of the piece that has just ended and writes the next piece.
 */
public abstract class Activity {
    private final String name;
    private final Level level;
    private final Agenda agenda;
    private final Block block;
    /** Who has his turn after it; only {@link Turns} writes it. */
    Activity behind;
    private Trail trail;
    private boolean raised;

    protected Activity(String name, Level level, Agenda agenda) {
        this.name = name;
        this.level = level;
        this.agenda = agenda;
        block = new Block(agenda.meter().blockSizes());
    }

    /**
     * Takes the effect of the finished piece and writes the next one into {@link #block()}, which is empty.
     *
     * @return false if there is nothing more to do until it is raised again
     */
    protected abstract boolean step();

    /** Makes it run when its level is due; no effect if it already does or will. */
    public final void raise() {
        if (!raised) {
            raised = true;
            agenda.add(this);
        }
    }

    /**
     * What is left of its piece of work will not be done: it steps at once if it runs, or else when it is due.
     *
     * @return how much was left, in picoseconds
     */
    protected final long cutShort() {
        if (isExecuting()) {
            return agenda.context().core().cut(this);
        }
        long left = block.remaining();
        block.clear();
        return left;
    }

    /** Whether a core works on its piece at this instant. */
    protected final boolean isExecuting() {
        Core core = agenda.context() == null ? null : agenda.context().core();
        return core != null && core.active() == this;
    }

    /** Whether it is what its context has to do first, and nothing is stolen from that by its core. */
    protected final boolean isFirst() {
        Context context = agenda.context();
        return agenda.first() == this && (context == null || context.core().stolen().first() == null);
    }

    /** Whether other tasks of its guest may not take its turn now, however long that was. */
    protected boolean disablesPreemption() {
        return false;
    }

    /**
     * It has done as much as it may in one turn: others of its level go before it; tasks have a time slice instead.
     *
     * @return whether there are any, so that it had better end its step
     */
    protected final boolean letOthersGo() {
        return level != Level.TASK && agenda.letOthersGo(this);
    }

    public final String name() {
        return name;
    }

    public final Level level() {
        return level;
    }

    public final boolean isRaised() {
        return raised;
    }

    /** The piece of work at hand. */
    protected final Block block() {
        return block;
    }

    protected final Meter meter() {
        return agenda.meter();
    }

    public final Agenda agenda() {
        return agenda;
    }

    /** Whose progress the piece at hand is, or null. */
    protected final void serve(Trail served) {
        trail = served;
    }

    /** Whose progress its next piece will be if it has not begun one, as far as it knows; null: nobody's. */
    protected Trail awaited() {
        return null;
    }

    /** What this progress waited for has come, at this instant, and nothing needs to be done for it any more. */
    protected final void settle(Trail served, long now) {
        served.resume(agenda.context(), now);
    }

    final Trail trail() {
        return trail;
    }

    final Block work() {
        return block;
    }

    final boolean advance() {
        block.clear();
        trail = null;
        Meter meter = agenda.meter();
        meter.begin(block);
        boolean more = step();
        if (block.remaining() == 0) {
            meter.reached(block);
        }
        if (!more) {
            raised = false;
        }
        return more;
    }

    @Override
    public String toString() {
        return name;
    }
}
