package dev.trapline.work;

/**
 * How long a vCPU polls before it gives up its core: always the most, or as KVM's halt polling finds by itself. There it
 * begins at nothing, doubles after each idle time that was longer than it and shorter than the most, and is given up
 * after a longer one (virt/kvm/kvm_main.c; Documentation/virt/kvm/halt-polling.rst).
 */
final class PollWindow {
    private final long mostPicos;
    private final long firstPicos;
    private long picos;

    /** @param firstPicos the first window that is tried; 0: it is always {@code mostPicos} */
    PollWindow(long mostPicos, long firstPicos) {
        this.mostPicos = mostPicos;
        this.firstPicos = firstPicos;
        picos = firstPicos == 0 ? mostPicos : 0;
    }

    long picos() {
        return picos;
    }

    /** From the halt until it ran again it took so long. */
    void idled(long idlePicos) {
        if (firstPicos == 0 || idlePicos <= picos) {
            return;
        }
        if (idlePicos > mostPicos) {
            picos = 0;
        } else if (idlePicos < mostPicos) {
            picos = Math.min(mostPicos, Math.max(firstPicos, 2 * picos));
        }
    }
}
