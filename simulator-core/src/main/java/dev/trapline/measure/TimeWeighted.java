package dev.trapline.measure;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * A whole-numbered signal that holds its value between changes (requests inside, contexts ready, a core busy or not),
 * and its exact integral over time.
 *
 * <p>The integral is a sum of 128 bits, so that neither any signal nor any length of a run overflows or rounds.
 */
public final class TimeWeighted {

    private final String name;
    private final WideSum integral = new WideSum();
    private long sincePicos;
    private long changedPicos;
    private long value;

    private TimeWeighted(String name, long nowPicos, long value) {
        this.name = name;
        this.sincePicos = nowPicos;
        this.changedPicos = nowPicos;
        this.value = value;
    }

    /** A signal that has a value from now on; the name is for messages. */
    public static TimeWeighted of(String name, long nowPicos, long value) {
        return new TimeWeighted(name, nowPicos, value);
    }

    public long value() {
        return value;
    }

    public void set(long nowPicos, long newValue) {
        advance(nowPicos);
        value = newValue;
    }

    public void add(long nowPicos, long delta) {
        advance(nowPicos);
        value = Math.addExact(value, delta);
    }

    /** Starts the observation anew at the end of the warm-up; the value stays. */
    public void reset(long nowPicos) {
        advance(nowPicos);
        integral.clear();
        sincePicos = nowPicos;
    }

    /** The start of the observation: the creation or the last reset. */
    public long sincePicos() {
        return sincePicos;
    }

    /** Value times picoseconds from the start of the observation until now, exact. */
    public BigInteger integral(long nowPicos) {
        advance(nowPicos);
        return integral.exact();
    }

    /** The mean from the start of the observation until now; empty if no time has passed. */
    public OptionalDouble mean(long nowPicos) {
        advance(nowPicos);
        long elapsedPicos = nowPicos - sincePicos;
        return elapsedPicos == 0 ? OptionalDouble.empty() : OptionalDouble.of(integral.dividedBy(elapsedPicos));
    }

    private void advance(long nowPicos) {
        if (nowPicos < changedPicos) {
            throw new IllegalStateException("Time of '" + name + "' must not go back: it is at " + changedPicos
                    + " ps, got " + nowPicos + " ps.");
        }
        integral.addProduct(value, nowPicos - changedPicos);
        changedPicos = nowPicos;
    }
}
