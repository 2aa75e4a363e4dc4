package dev.trapline.work;

import java.util.ArrayList;
import java.util.List;

/** A list of costs, each at its place for its reason: what one event, operation or stage takes. */
public final class Price {
    /** Costs nothing. */
    public static final Price FREE = new Price(List.of());

    /** So many occurrences of a reason at a place, in all {@code milliCycles} long. */
    public record Item(int slot, long milliCycles, int times) {}

    private final int[] slots;
    private final long[] milliCycles;
    private final int[] times;

    /** By loops: each worker of each guest makes some, and streams are slow before they are compiled. */
    private Price(List<Item> items) {
        this(items.size());
        for (int i = 0; i < slots.length; i++) {
            Item item = items.get(i);
            slots[i] = item.slot;
            milliCycles[i] = item.milliCycles;
            times[i] = item.times;
        }
    }

    private Price(int size) {
        slots = new int[size];
        milliCycles = new long[size];
        times = new int[size];
    }

    public static Price of(List<Item> items) {
        return items.isEmpty() ? FREE : new Price(items);
    }

    public Price and(Price other) {
        if (other.isFree()) {
            return this;
        }
        if (isFree()) {
            return other;
        }
        Price both = new Price(size() + other.size());
        both.set(0, this, 1);
        both.set(size(), other, 1);
        return both;
    }

    /** So many times the same. */
    public Price repeated(int count) {
        if (count == 0 || isFree()) {
            return FREE;
        }
        if (count == 1) {
            return this;
        }
        Price repeated = new Price(size());
        repeated.set(0, this, count);
        return repeated;
    }

    /** From this index on it has so many times what another has. */
    private void set(int at, Price other, int count) {
        for (int i = 0; i < other.size(); i++) {
            slots[at + i] = other.slots[i];
            milliCycles[at + i] = Math.multiplyExact(other.milliCycles[i], (long) count);
            times[at + i] = Math.multiplyExact(other.times[i], count);
        }
    }

    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            items.add(new Item(slots[i], milliCycles[i], times[i]));
        }
        return items;
    }

    public boolean isFree() {
        return slots.length == 0;
    }

    public int size() {
        return slots.length;
    }

    public int slot(int index) {
        return slots[index];
    }

    public long milliCycles(int index) {
        return milliCycles[index];
    }

    public int times(int index) {
        return times[index];
    }

    public void appendTo(Meter meter, Block block) {
        for (int i = 0; i < slots.length; i++) {
            meter.append(block, slots[i], milliCycles[i], times[i]);
        }
    }

    /** Writes only this part of it, occurrences rounded. */
    public void appendTo(Meter meter, Block block, double part) {
        for (int i = 0; i < slots.length; i++) {
            meter.append(block, slots[i], (long) (milliCycles[i] * part), Math.toIntExact(Math.round(times[i] * part)));
        }
    }
}
