package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;

/** One kind of expectation; it says how results compare with it. */
sealed interface Expected permits FigureExpected, BoundExpected, OrderExpected, ShapeExpected {

    Finding compare(Subject subject, Results results);

    /** Whether it is met, and what was found. */
    record Finding(boolean met, String found) {}
}
