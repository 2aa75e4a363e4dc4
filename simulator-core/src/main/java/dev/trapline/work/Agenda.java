package dev.trapline.work;

import java.util.ArrayDeque;

/** What a context, or a core by itself, has to do now, level by level. */
public final class Agenda {
    private final Meter meter;
    private final Runnable changed;
    private final Context context;
    private final ArrayDeque<Activity>[] levels;

    /**
     * @param context whose agenda it is, or null if it is a core's own
     * @param changed is told when something was added
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Agenda(Meter meter, Context context, Runnable changed) {
        this.meter = meter;
        this.context = context;
        this.changed = changed;
        levels = new ArrayDeque[Level.values().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new ArrayDeque<>();
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
        levels[activity.level().ordinal()].addLast(activity);
        changed.run();
    }

    /** What is due first, or null. */
    Activity first() {
        for (ArrayDeque<Activity> level : levels) {
            if (!level.isEmpty()) {
                return level.peekFirst();
            }
        }
        return null;
    }

    /** The activity has no more to do. */
    void finish(Activity activity) {
        ArrayDeque<Activity> level = levels[activity.level().ordinal()];
        if (level.peekFirst() == activity) {
            level.removeFirst();
        } else {
            level.remove(activity);
        }
    }

    /** The activity has had its turn: others of its level go before it. Whether there are any. */
    boolean letOthersGo(Activity activity) {
        ArrayDeque<Activity> level = levels[activity.level().ordinal()];
        if (level.size() < 2 || level.peekFirst() != activity) {
            return false;
        }
        level.addLast(level.removeFirst());
        return true;
    }

    int tasks() {
        return levels[Level.TASK.ordinal()].size();
    }

    /** The first task goes behind the others. */
    void rotateTasks() {
        ArrayDeque<Activity> tasks = levels[Level.TASK.ordinal()];
        tasks.addLast(tasks.removeFirst());
    }

    boolean isEmpty() {
        return first() == null;
    }
}
