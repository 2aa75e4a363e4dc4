package dev.trapline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest {
    private final Simulation simulation = new Simulation();
    private final List<String> log = new ArrayList<>();

    @Test
    void tellTheActionWhichOfThemExpired() {
        simulation.newTimer("before", Phase.ARRIVE, () -> {});
        Timers small = timers("small", 3);
        Timers large = timers("large", 10_000);
        large.armAt(9_999, 1);
        small.armAt(2, 2);
        large.armAfter(0, 3);
        small.armAfter(0, 3);
        simulation.runUntil(10);
        assertEquals(List.of("large 9999 at 1", "small 2 at 2", "large 0 at 3", "small 0 at 3"), log);
    }

    @Test
    void areArmedAndCancelledEachForItself() {
        Timers timers = timers("some", 3);
        timers.armAt(0, 5);
        timers.armAt(1, 5);
        timers.cancel(0);
        timers.cancel(2);
        assertFalse(timers.isArmed(0));
        assertTrue(timers.isArmed(1));
        simulation.runUntil(5);
        assertFalse(timers.isArmed(1));
        assertEquals(List.of("some 1 at 5"), log);
    }

    @Test
    void refuseToBeArmedTwiceOrForThePastAndSayWhich() {
        Timers timers = timers("some", 3);
        timers.armAt(2, 5);
        assertMessage("Timer 2 of 'some' cannot be armed for 7 ps: it is armed", () -> timers.armAt(2, 7));
        simulation.runUntil(6);
        assertMessage("Timer 1 of 'some' cannot be armed for 4 ps: that has passed", () -> timers.armAt(1, 4));
    }

    @Test
    void refuseAnIndexThatIsNotTheirsAndANegativeCount() {
        Timers timers = timers("some", 3);
        assertThrows(IndexOutOfBoundsException.class, () -> timers.armAt(3, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> timers.isArmed(-1));
        assertEquals(
                "There cannot be -1 timers 'none'.",
                assertThrows(IllegalArgumentException.class, () -> timers("none", -1)).getMessage());
    }

    @Test
    void nameTheIndexWhenAnActionFails() {
        Timers timers = simulation.newTimers("bad", 2, Phase.ARRIVE, index -> {
            throw new IllegalArgumentException("no");
        });
        timers.armAt(1, 3);
        assertMessage("Timer 1 of 'bad' failed at 3 ps", () -> simulation.runUntil(4));
    }

    private Timers timers(String name, int count) {
        return simulation.newTimers(name, count, Phase.ARRIVE, index -> log.add(name + " " + index + " at " + simulation.now()));
    }

    private static void assertMessage(String start, Runnable action) {
        String message = assertThrows(IllegalStateException.class, action::run).getMessage();
        assertTrue(message.startsWith(start), message);
    }
}
