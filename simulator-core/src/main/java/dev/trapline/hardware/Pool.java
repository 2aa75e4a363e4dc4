package dev.trapline.hardware;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Objects of one kind that are used again and again, so that as many are made as were in use at once. Whoever takes one gives it
 * back when nobody knows it any more.
 */
public final class Pool<T> {
    private static final Object[] NONE = {};

    private final Supplier<? extends T> maker;
    private Object[] idle = NONE;
    private int size;
    private int made;

    public Pool(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @SuppressWarnings("unchecked")
    public T take() {
        if (size == 0) {
            made++;
            return maker.get();
        }
        T taken = (T) idle[--size];
        idle[size] = null;
        return taken;
    }

    /** @throws IllegalStateException if it is in use by nobody, as far as that shows: it was given back last, or all were */
    public void giveBack(T used) {
        if (size == made || (size > 0 && idle[size - 1] == used)) {
            throw new IllegalStateException("given back and in use by nobody: " + used);
        }
        if (size == idle.length) {
            idle = Arrays.copyOf(idle, Math.max(4, size * 2));
        }
        idle[size++] = used;
    }

    /** How many have been taken and not given back. */
    public int inUse() {
        return made - size;
    }
}
