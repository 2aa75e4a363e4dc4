package dev.trapline.memory;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.Level;
import dev.trapline.work.Price;

/**
 * The balloon driver of a guest: once a second it looks at the size that its platform wants it to have, and takes pages from
 * the guest's operating system, or gives them back, so many a second. What the guest does to spare a page is its own affair.
 */
public final class BalloonDriver extends Activity {
    private static final int AT_A_TIME = 256;

    private final GuestMemory memory;
    private final GuestPaging system;
    private final Price each;
    private final Timer poll;
    private int perSecond;
    private int target;
    private int due;
    private int chunk;

    /** @param each what one page costs */
    public BalloonDriver(GuestMemory memory, GuestPaging system, Context vcpu, Price each) {
        super(memory.terms().name() + " balloon", Level.TASK, vcpu.agenda());
        this.memory = memory;
        this.system = system;
        this.each = each;
        poll = system.simulation().newTimer(name(), Phase.ARRIVE, this::poll);
    }

    /** From its next look on it tries to be so many pages large, and moves so many in a second. */
    void target(int pages, int rate) {
        target = pages;
        perSecond = rate;
        if (pages != memory.count(PageState.BALLOONED) && !poll.isArmed()) {
            poll.armAfter(Time.PICOS_PER_SECOND);
        }
    }

    private void poll() {
        due = Math.min(perSecond, Math.abs(target - memory.count(PageState.BALLOONED)));
        if (due > 0) {
            poll.armAfter(Time.PICOS_PER_SECOND);
            raise();
        }
    }

    @Override
    protected boolean step() {
        boolean going = move();
        chunk = going ? Math.min(AT_A_TIME, due) : 0;
        for (int i = 0; i < chunk; i++) {
            each.appendTo(meter(), block());
        }
        return chunk > 0;
    }

    /** Moves the pages that were paid for; false if the guest can spare no more now. */
    private boolean move() {
        for (; chunk > 0; chunk--, due--) {
            if (target < memory.count(PageState.BALLOONED)) {
                system.takeBack();
            } else if (target > memory.count(PageState.BALLOONED) && !system.spare()) {
                due = 0;
            }
        }
        system.settle();
        memory.settle();
        return due > 0;
    }
}
