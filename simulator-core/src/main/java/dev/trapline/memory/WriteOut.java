package dev.trapline.memory;

import dev.trapline.hardware.Pool;
import java.util.Arrays;

/** Pages on their way to the swap area: those whose slots lie side by side are written in one operation. */
final class WriteOut {
    private static final int FEW = 8;

    private final HostMemory host;
    private final Pool<Run> runs = new Pool<>(Run::new);
    private Run run;

    WriteOut(HostMemory host) {
        this.host = host;
    }

    void add(GuestMemory guest, int page, int slot) {
        if (run == null || slot != run.first + run.count) {
            submit();
            run = runs.take();
            run.first = slot;
        }
        run.add(guest, page);
    }

    /** Hands over what was added; to be called at the end. */
    void submit() {
        if (run != null) {
            Run next = run;
            run = null;
            host.disk().submit(next);
        }
    }

    private final class Run extends SwapJob {
        private GuestMemory[] guests = new GuestMemory[FEW];
        private int[] pages = new int[FEW];
        private int first;
        private int count;

        Run() {
            super(host.swap());
        }

        void add(GuestMemory guest, int page) {
            if (count == pages.length) {
                guests = Arrays.copyOf(guests, 2 * count);
                pages = Arrays.copyOf(pages, 2 * count);
            }
            guests[count] = guest;
            pages[count++] = page;
        }

        @Override
        public void ended() {
            for (int i = 0; i < count; i++) {
                guests[i].isOut(pages[i], first + i);
            }
            count = 0;
            runs.giveBack(this);
            host.settle();
        }

        @Override
        int firstSlot() {
            return first;
        }

        @Override
        int lastSlot() {
            return first + count - 1;
        }

        @Override
        public boolean isWrite() {
            return true;
        }
    }
}
