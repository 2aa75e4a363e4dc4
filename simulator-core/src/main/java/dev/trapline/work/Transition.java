package dev.trapline.work;

import java.util.ArrayList;
import java.util.List;

/** What a context must do before it goes on after a switch: the prices of the switch, a refill of its cache, a delay. */
final class Transition extends Activity {
    private final ContextSettings settings;
    private final List<Price> prices = new ArrayList<>();
    private long delayPicos;
    private long lines;

    Transition(String name, ContextSettings settings, Agenda agenda) {
        super(name, Level.MONITOR, agenda);
        this.settings = settings;
    }

    void add(Price price) {
        if (!price.isFree()) {
            prices.add(price);
        }
    }

    /** The core has to leave its idle state first. */
    void afterIdleState(long picos) {
        delayPicos = picos;
    }

    /** So many lines of its working set have to be fetched again. */
    void refill(long count) {
        lines = count;
    }

    boolean isPending() {
        return !prices.isEmpty() || delayPicos > 0 || lines > 0 || work().remaining() > 0;
    }

    @Override
    protected boolean step() {
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
        return !block().isEmpty();
    }
}
