package dev.trapline.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbered places x mechanisms of one run: ledgers are arrays over these numbers. Numbers are given at assembly, in
 * the order of asking.
 */
public final class Slots {
    /** A numbered entry; waiting is time in which a request made no progress. */
    public record Slot(Place place, String mechanism, boolean waiting) {}

    /** By mechanism, for each place and whether it is waiting: asked for so often that a look-up makes nothing. */
    private final List<Map<String, Integer>> numbers = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    /** Looked up only, never gone through. */
    private final Map<Object, Object> common = new LinkedHashMap<>();
    private final boolean[] hostWorld = new boolean[CycleLedger.CAPACITY];

    public Slots() {
        for (int i = 0; i < 2 * Place.values().length; i++) {
            numbers.add(new LinkedHashMap<>());
        }
    }

    public int service(Place place, String mechanism) {
        return number(place, mechanism, false);
    }

    public int waiting(Place place, String mechanism) {
        return number(place, mechanism, true);
    }

    public Slot get(int number) {
        return slots.get(number);
    }

    /**
     * The one object of a run that stands for all that are equal to it and cannot change, such as what the same stage costs many
     * guests: they then read the same lines of the cache.
     */
    @SuppressWarnings("unchecked")
    public <T> T common(T value) {
        Object first = common.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }

    /** Whether a hosted platform does what this slot stands for in its host's world. */
    boolean isHostWorld(int number) {
        return hostWorld[number];
    }

    public int size() {
        return slots.size();
    }

    private int number(Place place, String mechanism, boolean waiting) {
        Map<String, Integer> ofPlace = numbers.get(2 * place.ordinal() + (waiting ? 1 : 0));
        Integer known = ofPlace.get(mechanism);
        if (known != null) {
            return known;
        }
        if (slots.size() == CycleLedger.CAPACITY) {
            throw new IllegalArgumentException("the platforms of this scenario's hosts have more than " + CycleLedger.CAPACITY
                    + " places and mechanisms in all, of which the ledgers keep apart no more; fewer kinds of stages or hosts"
                    + " with platforms of their own fit");
        }
        int number = slots.size();
        hostWorld[number] = place.isHostWorld();
        slots.add(new Slot(place, mechanism, waiting));
        ofPlace.put(mechanism, number);
        return number;
    }
}
