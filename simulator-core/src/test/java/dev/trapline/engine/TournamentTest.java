package dev.trapline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is special about a timer that was taken and still stands in its leaf. */
class TournamentTest {
    private final Tournament queue = new Tournament();

    @Test
    void aTimerThatWasTakenIsNotArmed() {
        queue.grow(2);
        queue.add(0, Phase.ARRIVE, 10);
        assertEquals(10, queue.firstInstant());
        assertEquals(0, queue.removeFirst());
        assertFalse(queue.contains(0));
        assertTrue(queue.isEmpty());
        queue.add(0, Phase.ARRIVE, 20);
        assertTrue(queue.contains(0));
        assertEquals(20, queue.firstInstant());
    }

    /** The timer that was taken is in the way of others neither when they are due before it would be nor when they are removed. */
    @Test
    void othersChangeWhileOneIsTaken() {
        queue.grow(8);
        queue.add(5, Phase.OBSERVE, 10);
        queue.add(4, Phase.OBSERVE, 10);
        queue.add(7, Phase.ARRIVE, 30);
        queue.firstInstant();
        assertEquals(5, queue.removeFirst());
        queue.add(2, Phase.COMPLETE, 10);
        queue.remove(7);
        queue.add(6, Phase.ARRIVE, 11);
        assertEquals(2, next());
        assertEquals(4, next());
        assertEquals(6, next());
        assertTrue(queue.isEmpty());
    }

    @Test
    void growsWhileOneIsTaken() {
        queue.grow(3);
        queue.add(1, Phase.ARRIVE, 10);
        queue.add(2, Phase.ARRIVE, 40);
        queue.firstInstant();
        queue.removeFirst();
        queue.grow(9);
        queue.add(8, Phase.ARRIVE, 20);
        queue.add(1, Phase.ARRIVE, 30);
        assertEquals(8, next());
        assertEquals(1, next());
        assertEquals(2, next());
    }

    @Test
    void theEndOfTimeIsAnInstantLikeOthers() {
        queue.grow(4);
        queue.add(3, Phase.OBSERVE, Long.MAX_VALUE);
        queue.add(2, Phase.COMPLETE, Long.MAX_VALUE);
        assertEquals(2, next());
        assertEquals(3, next());
    }

    @Test
    void movesInOrder() {
        queue.grow(3);
        queue.add(2, Phase.ARRIVE, 10);
        queue.add(1, Phase.COMPLETE, 10);
        queue.add(0, Phase.ARRIVE, 10);
        LadderQueue other = new LadderQueue();
        other.grow(4);
        queue.moveTo(other);
        assertTrue(queue.isEmpty());
        other.add(3, Phase.ARRIVE, 10);
        assertEquals(1, take(other));
        assertEquals(2, take(other));
        assertEquals(0, take(other));
        assertEquals(3, take(other));
    }

    private int next() {
        return take(queue);
    }

    private static int take(EventQueue queue) {
        queue.firstInstant();
        return queue.removeFirst();
    }
}
