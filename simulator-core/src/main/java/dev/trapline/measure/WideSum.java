package dev.trapline.measure;

import java.math.BigInteger;

/** A signed sum of 128 bits: sums of products of any two longs, exact, without allocation while it is added to. */
public final class WideSum {

    // Two's complement in two longs; the carry is an unsigned comparison after the addition of the low halves. One
    // product is below 2^126 in magnitude. A sum over time of a signal is at most the largest signal times the elapsed
    // time, 2^63 * 2^63; a sum of latencies at most 2^63 of 2^63 each: neither can overflow.

    private long high;
    private long low;

    static WideSum of(BigInteger exact) {
        WideSum sum = new WideSum();
        sum.add(exact.shiftRight(Long.SIZE).longValueExact(), exact.longValue());
        return sum;
    }

    public void add(long value) {
        add(value >> 63, value);
    }

    public void add(WideSum other) {
        add(other.high, other.low);
    }

    void addProduct(long left, long right) {
        add(Math.multiplyHigh(left, right), left * right);
    }

    public void clear() {
        high = 0;
        low = 0;
    }

    public BigInteger exact() {
        BigInteger lowUnsigned = BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(64).add(lowUnsigned);
    }

    /** The quotient as a double: whole part and fraction each divided exactly, so within two ulps. */
    double dividedBy(long divisor) {
        BigInteger exactDivisor = BigInteger.valueOf(divisor);
        BigInteger[] parts = exact().divideAndRemainder(exactDivisor);
        return parts[0].doubleValue() + parts[1].doubleValue() / divisor;
    }

    private void add(long otherHigh, long otherLow) {
        low += otherLow;
        int carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
        high += otherHigh + carry;
    }
}
