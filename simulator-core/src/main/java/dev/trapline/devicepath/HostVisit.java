package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.work.Context;
import dev.trapline.work.HostProcess;
import dev.trapline.work.Level;
import dev.trapline.work.Price;
import java.util.ArrayList;
import java.util.List;

/**
 * The host process of a vCPU when an interrupt has brought it to the host's world: it looks whether there is something to
 * do for it, and takes along what its monitor held back.
 */
public final class HostVisit extends Carrier implements HostProcess {
    private final Price waitCall;
    private final List<Combiner> combiners = new ArrayList<>();
    private boolean looked;

    public HostVisit(Context vcpu, Price waitCall, Simulation simulation) {
        super(vcpu.name() + " host visit", Level.MONITOR, vcpu.agenda(), simulation);
        this.waitCall = waitCall;
    }

    public void takesAlong(Combiner combiner) {
        combiners.add(combiner);
    }

    @Override
    public void visited() {
        raise();
    }

    @Override
    public boolean waits() {
        for (int i = 0; i < combiners.size(); i++) {
            if (combiners.get(i).isHolding()) {
                looked = true;
                raise();
                return true;
            }
        }
        return false;
    }

    @Override
    protected boolean work() {
        if (!looked) {
            looked = true;
            waitCall.appendTo(meter(), block());
            return true;
        }
        for (int i = 0; i < combiners.size(); i++) {
            Combiner combiner = combiners.get(i);
            if (combiner.isHolding()) {
                combiner.release(this);
                return true;
            }
        }
        looked = false;
        return false;
    }
}
