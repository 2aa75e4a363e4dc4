package dev.trapline.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Half of the draws lie below the value and half above, however lopsided the range. */
class TimeRangeTest {
    private final TimeRange range = new TimeRange(5_000, 30_000, "nobody", "");

    @Test
    void theValueIsTheMiddleOfTheDraws() {
        assertEquals(5_000, range.at(0, 10_000));
        assertEquals(7_500, range.at(0.25, 10_000));
        assertEquals(10_000, range.at(0.5, 10_000));
        assertEquals(20_000, range.at(0.75, 10_000));
        assertEquals(30_000, range.at(1, 10_000));
    }

    @Test
    void aRangeThatRunsBackwardsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TimeRange(2, 1, "", ""));
    }
}
