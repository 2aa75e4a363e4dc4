package dev.trapline.work;

/** The world switch without which a suspended piece of work cannot go on. */
final class Crossing extends Activity {
    private Block resumed;

    Crossing(String name, Agenda agenda) {
        super(name, Level.MONITOR, agenda);
    }

    void crossFor(Block suspended) {
        resumed = suspended;
    }

    boolean isPending() {
        return resumed != null || work().remaining() > 0;
    }

    @Override
    protected boolean step() {
        if (resumed != null) {
            meter().crossFor(resumed, block());
            resumed = null;
        }
        return !block().isEmpty();
    }
}
