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
        size = items.size();
        this.items = new long[2 * size];
        for (int i = 0; i < size; i++) {
            Item item = items.get(i);
            this.items[2 * i] = (long) item.times << TIMES | item.slot;
            this.items[2 * i + 1] = item.milliCycles;
        }
    }

    public static Price of(List<Item> items) {
        return items.isEmpty() ? FREE : new Price(items);
    }

    public Price and(Price other) {
        if (other.isFree()) {
            return this;
        }
        List<Item> both = new ArrayList<>(items());
        both.addAll(other.items());
        return of(both);
    }

    /** So many times the same. */
    public Price repeated(int count) {
        List<Item> repeated = new ArrayList<>();
        for (Item item : items()) {
            repeated.add(new Item(
                    item.slot, Math.multiplyExact(item.milliCycles, (long) count), Math.multiplyExact(item.times, count)));
        }
        return count == 0 ? FREE : of(repeated);
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
