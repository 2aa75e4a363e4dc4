package dev.trapline.work;

/** Who is to have his turn at one level of an agenda, the next one first. An activity is in at most one such line, and so is linked by itself. */
final class Turns {
    private Activity first;
    private Activity last;
    private int size;

    /** The next one, or null. */
    Activity first() {
        return first;
    }

    int size() {
        return size;
    }

    void add(Activity activity) {
        activity.behind = null;
        if (first == null) {
            first = activity;
        } else {
            last.behind = activity;
        }
        last = activity;
        size++;
    }

    /** Takes an activity out, wherever it stands; nothing happens if it is not in. */
    void remove(Activity activity) {
        Activity before = null;
        Activity at = first;
        while (at != activity && at != null) {
            before = at;
            at = at.behind;
        }
        if (at == null) {
            return;
        }
        if (before == null) {
            first = at.behind;
        } else {
            before.behind = at.behind;
        }
        if (at == last) {
            last = before;
        }
        at.behind = null;
        size--;
    }

    /** The first goes behind the others. */
    void rotate() {
        Activity rotated = first;
        remove(rotated);
        add(rotated);
    }
}
