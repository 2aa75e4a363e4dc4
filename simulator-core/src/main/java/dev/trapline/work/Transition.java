package dev.trapline.work;

import java.util.ArrayList;
import java.util.List;

/**
 * What a context must do before it goes on after a switch: the prices of the switch, a refill of its cache, a delay. It is
 * service of the request that the context goes on with.
 */
final class Transition extends Activity {
    private final ContextSettings settings;
    private final List<Price> prices = new ArrayList<>();
    private boolean pending;
    private long delayPicos;
    private long lines;
    private Activity next;
    private Trail served;

    Transition(String name, ContextSettings settings, Agenda agenda) {
        super(name, Level.MONITOR, agenda);
        this.settings = settings;
    }

    void add(Price price) {
        if (!price.isFree()) {
            prices.add(price);
            pending = true;
        }
    }

    /** The core has to leave its idle state first. */
    void afterIdleState(long picos) {
        delayPicos = picos;
        pending |= picos > 0;
    }

    /** So many lines of its working set have to be fetched again. */
    void refill(long count) {
        lines = count;
        pending |= count > 0;
    }

    /** What the context will go on with; null: with being idle. */
    Transition before(Activity following) {
        next = following;
        return this;
    }

    boolean isPending() {
        return pending;
    }

    @Override
    protected boolean step() {
        waitsAgain();
        block().add(settings.idleStateSlot(), delayPicos);
        delayPicos = 0;
        for (int i = 0; i < prices.size(); i++) {
            prices.get(i).appendTo(meter(), block());
        }
        prices.clear();
        if (lines > 0) {
            meter().append(block(), settings.refillSlot(), lines * settings.missMilliCycles(), Math.toIntExact(lines));
            lines = 0;
        }
        pending = !block().isEmpty();
        if (!pending) {
            return false;
        }
        served = servedBy(next);
        serve(served);
        return true;
    }

    private Trail servedBy(Activity following) {
        if (following == null) {
            return null;
        }
        Trail trail = following.work().remaining() > 0 ? following.trail() : following.awaited();
        return trail != null && trail.isWaitingIn(agenda().context()) ? trail : null;
    }

    /** What was served waits for what follows, most often for no time at all. */
    private void waitsAgain() {
        if (served != null) {
            served.waitIn(agenda().context(), agenda().context().now());
            served = null;
        }
    }
}
