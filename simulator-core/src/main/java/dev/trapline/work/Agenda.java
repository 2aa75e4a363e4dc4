package dev.trapline.work;

/** What a context, or a core by itself, has to do now, level by level. */
public final class Agenda {
    private final Meter meter;
    private final Runnable changed;
    private final Context context;
    private final Turns[] levels = new Turns[Level.values().length];
    /** What is due first, kept because each event asks for it several times. */
    private Activity first;

    /**
     * @param context whose agenda it is, or null if it is a core's own
     * @param changed is told when something was added
     */
    Agenda(Meter meter, Context context, Runnable changed) {
        this.meter = meter;
        this.context = context;
        this.changed = changed;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Turns();
        }
    }

    public Meter meter() {
        return meter;
    }

    /** Whose agenda it is, or null if it is a core's own. */
    public Context context() {
        return context;
    }

    void add(Activity activity) {
        turns(activity).add(activity);
        if (first == null || activity.level().ordinal() < first.level().ordinal()) {
            first = activity;
        }
        changed.run();
    }

    /** What is due first, or null. */
    Activity first() {
        return first;
    }

    /** The activity has no more to do. */
    void finish(Activity activity) {
        turns(activity).remove(activity);
        choose();
    }

    /** The activity has had its turn: others of its level go before it. Whether there are any. */
    boolean letOthersGo(Activity activity) {
        Turns level = turns(activity);
        if (level.size() < 2 || level.first() != activity) {
            return false;
        }
        level.rotate();
        choose();
        return true;
    }

    int tasks() {
        return levels[Level.TASK.ordinal()].size();
    }

    /** The first task goes behind the others. */
    void rotateTasks() {
        levels[Level.TASK.ordinal()].rotate();
        choose();
    }

    boolean isEmpty() {
        return first == null;
    }

    private Turns turns(Activity activity) {
        return levels[activity.level().ordinal()];
    }

    private void choose() {
        first = null;
        for (int i = 0; i < levels.length && first == null; i++) {
            first = levels[i].first();
        }
    }
}
