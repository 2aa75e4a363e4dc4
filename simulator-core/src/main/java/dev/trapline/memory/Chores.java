package dev.trapline.memory;

import dev.trapline.work.Activity;
import dev.trapline.work.Core;
import dev.trapline.work.Level;
import dev.trapline.work.Price;
import java.util.List;

/** What the platform does for its memory on some core: an idle one if there is, else the first. */
final class Chores {
    private final List<Core> cores;
    private final Chore[] byCore;
    private final Price each;

    Chores(List<Core> cores, Price each) {
        this.cores = cores;
        this.each = each;
        byCore = new Chore[cores.size()];
    }

    /** So many more of them, from now on. */
    void add(int times) {
        if (each.isFree() || times == 0) {
            return;
        }
        Core core = cores.get(0);
        for (int i = 0; i < cores.size() && !core.isIdle(); i++) {
            core = cores.get(i);
        }
        core = core.isIdle() ? core : cores.get(0);
        if (byCore[core.index()] == null) {
            byCore[core.index()] = new Chore(core);
        }
        byCore[core.index()].add(times);
    }

    private final class Chore extends Activity {
        private int due;

        Chore(Core core) {
            super("memory chores on core " + core.index(), Level.SOFTIRQ, core.stolen());
        }

        void add(int times) {
            due += times;
            raise();
        }

        @Override
        protected boolean step() {
            if (due == 0) {
                return false;
            }
            for (; due > 0; due--) {
                each.appendTo(meter(), block());
            }
            return true;
        }
    }
}
