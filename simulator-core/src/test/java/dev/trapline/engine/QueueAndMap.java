package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** An event queue and a sorted map that have the same done to them; what either takes first is compared. */
final class QueueAndMap {
    /** The place of an armed timer in the total order. */
    private record Place(long instant, Phase phase, long arming) {
        static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::instant).thenComparing(Place::phase).thenComparingLong(Place::arming);
    }

    private static final Phase[] PHASES = Phase.values();

    private final EventQueue queue;
    private static final int COUNTED_AT = 16;

    private final TreeMap<Place, Integer> map = new TreeMap<>(Place.ORDER);
    private final Place[] places;
    private final Increments increments;
    private final SplittableRandom random;
    private long now;
    private long latest;
    private long armings;

    QueueAndMap(EventQueue queue, int timers, Increments increments, SplittableRandom random) {
        this.queue = queue;
        this.increments = increments;
        this.random = random;
        queue.grow(timers);
        places = new Place[timers];
    }

    int size() {
        return map.size();
    }

    void armUpTo(int size) {
        while (map.size() < size) {
            int timer = random.nextInt(places.length);
            while (places[timer] != null) {
                timer = (timer + 1) % places.length;
            }
            arm(timer);
        }
    }

    /** Takes the first and arms it anew, so many times. */
    void hold(int times) {
        for (int i = 0; i < times && !map.isEmpty(); i++) {
            arm(take());
        }
    }

    /** Cancels any, or arms it, or both. */
    void stir(int times) {
        for (int i = 0; i < times; i++) {
            int timer = random.nextInt(places.length);
            boolean armed = places[timer] != null;
            assertThat(queue.contains(timer)).isEqualTo(armed);
            if (armed) {
                cancel(timer);
            }
            if (!armed || random.nextInt(4) > 0) {
                arm(timer);
            }
            if (i % COUNTED_AT == 0) {
                assertCounted();
            }
        }
    }

    void takeDownTo(int size) {
        while (map.size() > size) {
            take();
        }
        assertThat(queue.isEmpty()).isEqualTo(map.isEmpty());
        assertCounted();
    }

    /** The entries of the queue are those of armed timers and those of which it knows that they were cancelled. */
    private void assertCounted() {
        if (queue instanceof LadderQueue ladders) {
            assertThat(ladders.entries() - ladders.size()).isEqualTo(ladders.cancelled());
        }
    }

    void cancelAll() {
        for (int timer = 0; timer < places.length; timer++) {
            if (places[timer] != null) {
                cancel(timer);
            }
        }
    }

    private void arm(int timer) {
        long increment = increments.next(random, now, latest);
        latest = now + Math.min(increment, Long.MAX_VALUE - now);
        Phase phase = PHASES[random.nextInt(PHASES.length)];
        places[timer] = new Place(latest, phase, armings++);
        map.put(places[timer], timer);
        queue.add(timer, phase, latest);
    }

    private void cancel(int timer) {
        map.remove(places[timer]);
        places[timer] = null;
        queue.remove(timer);
    }

    private int take() {
        var first = map.pollFirstEntry();
        assertThat(queue.size()).isEqualTo(map.size() + 1);
        assertThat(queue.firstInstant()).as("instant after %d", now).isEqualTo(first.getKey().instant);
        int timer = queue.removeFirst();
        assertThat(timer).as("timer at %d", first.getKey().instant).isEqualTo(first.getValue());
        assertThat(queue.contains(timer)).isFalse();
        now = first.getKey().instant;
        places[timer] = null;
        return timer;
    }
}
