package dev.trapline.work;

/** The time that an idle core needs before it can take an interrupt. */
final class LeavingIdleState extends Activity {
    private final int slot;
    private final long picos;
    private boolean awake;

    LeavingIdleState(int core, Agenda stolen, int slot, long picos) {
        super("core " + core + " leaves its idle state", Level.MONITOR, stolen);
        this.slot = slot;
        this.picos = picos;
    }

    @Override
    protected boolean step() {
        awake = !awake;
        if (awake) {
            block().add(slot, picos);
        }
        return awake;
    }
}
