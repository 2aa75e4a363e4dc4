package dev.trapline.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A list of costs, each at its place for its reason: what one event, operation or stage takes. */
public final class Price {
    /** Costs nothing. */
    public static final Price FREE = new Price(List.of());

    /** So many occurrences of a reason at a place, in all {@code milliCycles} long. */
    public record Item(int slot, long milliCycles, int times) {}

    private static final int TIMES = 32;

    private final int size;
    /** Of each item, side by side: its slot with how many occurrences, and how long they take. */
    private final long[] items;

    /** By loops: each worker of each guest makes some, and streams are slow before they are compiled. */
    private Price(List<Item> items) {
        this(items.size());
        for (int i = 0; i < size; i++) {
            Item item = items.get(i);
            this.items[2 * i] = (long) item.times << TIMES | item.slot;
            this.items[2 * i + 1] = item.milliCycles;
        }
    }

    private Price(int size) {
        this.size = size;
        items = new long[2 * size];
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
            int all = Math.multiplyExact(other.times(i), count);
            items[2 * (at + i)] = (long) all << TIMES | other.slot(i);
            items[2 * (at + i) + 1] = Math.multiplyExact(other.milliCycles(i), (long) count);
        }
    }

    public List<Item> items() {
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(new Item(slot(i), milliCycles(i), times(i)));
        }
        return all;
    }

    public boolean isFree() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    public int slot(int index) {
        return (int) items[2 * index];
    }

    public long milliCycles(int index) {
        return items[2 * index + 1];
    }

    public int times(int index) {
        return (int) (items[2 * index] >> TIMES);
    }

    public void appendTo(Meter meter, Block block) {
        for (int i = 0; i < size; i++) {
            meter.append(block, slot(i), milliCycles(i), times(i));
        }
    }

    /** Writes only this part of it, occurrences rounded. */
    public void appendTo(Meter meter, Block block, double part) {
        for (int i = 0; i < size; i++) {
            meter.append(block, slot(i), (long) (milliCycles(i) * part), Math.toIntExact(Math.round(times(i) * part)));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Price price && Arrays.equals(items, price.items);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }
}
