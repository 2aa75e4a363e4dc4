package dev.trapline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimerOwnersTest {
    /** An action that is another object each time. */
    private static final class Nothing implements Action {
        @Override
        public void run() {}
    }

    @Test
    void knowsTheOwnerOfEachNumberWhateverTheSizesOfGroups() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 20; round++) {
            TimerOwners owners = new TimerOwners();
            List<TimerOwner> expected = new ArrayList<>();
            while (expected.size() < 30_000) {
                int size = random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(3);
                Timer owner = new Timer(null, null, expected.size(), "owner", Phase.ARRIVE, new Nothing());
                owners.add(owner, size);
                for (int i = 0; i < size; i++) {
                    expected.add(owner);
                }
                assertEquals(expected.size(), owners.count());
            }
            for (int number = 0; number < expected.size(); number++) {
                assertSame(expected.get(number), owners.of(number), "number " + number + " in round " + round);
                assertSame(expected.get(number).action(), owners.action(number), "number " + number + " in round " + round);
            }
        }
    }

    @Test
    void refusesMoreTimersThanNumbersReach() {
        TimerOwners owners = new TimerOwners();
        Timers owner = new Timers(null, null, 0, 1, "owner", Phase.ARRIVE, index -> {});
        owners.add(owner, 1);
        assertThrows(IllegalStateException.class, () -> owners.add(owner, Integer.MAX_VALUE));
    }
}
