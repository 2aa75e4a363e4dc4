package dev.trapline.scheduler;

import dev.trapline.work.Context;

/** A thread of nice 0 under the O(1) scheduler: what is left of its time slice, and the priority its sleep has earned. */
final class TimesliceThread extends LinuxThread {
    static final int NEUTRAL_PRIORITY = 120;
    /** By so much a thread must be better than its nice value to count as interactive. */
    private static final int INTERACTIVE_BONUS = 2;
    private static final int BONUSES = 10;

    private final TimesliceQueue.Rules rules;
    private long sleptPicos;
    private long ticksLeft;
    private int priority;
    private boolean expired;

    TimesliceThread(Context context, TimesliceQueue.Rules rules) {
        super(context, 1, Quota.none());
        this.rules = rules;
        newSlice();
    }

    /** Smaller goes first: 115 for a thread that mostly sleeps, 125 for one that never does. */
    int priority() {
        return priority;
    }

    boolean isInteractive() {
        return priority <= NEUTRAL_PRIORITY - INTERACTIVE_BONUS;
    }

    long ticksLeft() {
        return ticksLeft;
    }

    boolean isExpired() {
        return expired;
    }

    void expires(boolean has) {
        expired = has;
    }

    /** 0 to 10 tenths of the longest sleep that counts. */
    int bonus() {
        return (int) (sleptPicos * BONUSES / rules.mostSleepPicos());
    }

    /** The sleep that has ended counts in full, but one long sleep alone does not make it interactive to the utmost. */
    void wokeAfter(long picos) {
        long ceiling = rules.mostSleepPicos() * (BONUSES / 2 + INTERACTIVE_BONUS + 1) / BONUSES - rules.ticks().periodPicos();
        boolean lifted = picos > ceiling && sleptPicos < ceiling;
        sleptPicos = lifted ? ceiling : Math.min(rules.mostSleepPicos(), sleptPicos + picos);
        setPriority();
        expired = false;
    }

    /** Running uses up what sleep has earned, the slower the more there is. */
    void ranFor(long picos) {
        sleptPicos = Math.max(0, sleptPicos - picos / Math.max(1, bonus()));
    }

    /** It ran when so many ticks came. */
    void charge(long ticks) {
        ticksLeft -= ticks;
    }

    void newSlice() {
        ticksLeft = rules.sliceTicks();
        setPriority();
    }

    private void setPriority() {
        priority = NEUTRAL_PRIORITY + BONUSES / 2 - bonus();
    }

    /** An interactive thread lets its equals go before it each time it has used so many ticks. */
    long ticksOfPiece() {
        return rules.pieceTicks() << Math.max(1, BONUSES - bonus()) - 1;
    }

    /** How many ticks it is to the end of its slice or piece. */
    long ticksToEnd() {
        if (!isInteractive()) {
            return ticksLeft;
        }
        long piece = ticksOfPiece();
        long toPiece = piece - (rules.sliceTicks() - ticksLeft) % piece;
        return ticksLeft - toPiece >= piece ? toPiece : ticksLeft;
    }

    /** Whether it has just used a piece of its slice and has another left. */
    boolean isAtEndOfPiece() {
        long piece = ticksOfPiece();
        return isInteractive() && ticksLeft >= piece && (rules.sliceTicks() - ticksLeft) % piece == 0;
    }
}
