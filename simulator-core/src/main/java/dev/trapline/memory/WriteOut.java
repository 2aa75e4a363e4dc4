package dev.trapline.memory;

/** Pages on their way to the swap area: those whose slots lie side by side are written in one operation. */
final class WriteOut {
    private final HostMemory host;
    private final int atMost;
    private Run run;

    /** @param atMost how many pages it is for */
    WriteOut(HostMemory host, int atMost) {
        this.host = host;
        this.atMost = atMost;
    }

    void add(GuestMemory guest, int page, int slot) {
        if (run == null || slot != run.first + run.count) {
            submit();
            run = new Run(slot);
        }
        run.guests[run.count] = guest;
        run.pages[run.count++] = page;
    }

    /** Hands over what was added; to be called at the end. */
    void submit() {
        if (run != null) {
            host.disk().submit(run);
            run = null;
        }
    }

    private final class Run extends SwapJob {
        private final GuestMemory[] guests = new GuestMemory[atMost];
        private final int[] pages = new int[atMost];
        private final int first;
        private int count;

        Run(int first) {
            super(host.swap());
            this.first = first;
        }

        @Override
        public void ended() {
            for (int i = 0; i < count; i++) {
                guests[i].isOut(pages[i], first + i);
            }
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
