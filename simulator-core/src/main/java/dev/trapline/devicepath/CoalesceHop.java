package dev.trapline.devicepath;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts data packets of a flow together that come in one pass of the executor before it. How many those are is an outcome: what
 * is held goes on when the executor finds its ring empty or its pass has ended, when a segment would become too large, and before
 * anything that cannot be put together.
 */
final class CoalesceHop implements Hop {
    private final long mostBytes;
    private final List<Transfer> held = new ArrayList<>();

    CoalesceHop(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public void enter(Transfer packet, Carrier by) {
        if (!(by instanceof Consumer executor) || packet.flow() == null || packet.isDatagram() || packet.bytes() == 0) {
            release(by);
            packet.goOn(by);
            return;
        }
        if (held.isEmpty()) {
            executor.holdsUntilEndOfPass(this);
        }
        int same = indexOf(packet.flow());
        if (same >= 0 && held.get(same).bytes() + packet.bytes() <= mostBytes) {
            packet.absorb(held.get(same));
            held.set(same, packet);
        } else {
            if (same >= 0) {
                held.remove(same).goOn(by);
            }
            held.add(packet);
        }
        if (packet.trail() != null) {
            // it ends what somebody waits for, and nothing of its flow follows
            held.remove(packet);
            packet.goOn(by);
        }
    }

    private int indexOf(Flow flow) {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).flow() == flow) {
                return i;
            }
        }
        return -1;
    }

    /** What is held goes on. */
    void release(Carrier by) {
        while (!held.isEmpty()) {
            held.remove(0).goOn(by);
        }
    }

    int holds() {
        return held.size();
    }
}
