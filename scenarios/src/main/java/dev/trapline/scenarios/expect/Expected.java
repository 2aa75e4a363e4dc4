package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import java.util.List;

/** One kind of expectation; it says how results compare with it. */
sealed interface Expected permits FigureExpected, BoundExpected, OrderExpected, ShapeExpected, RefusedExpected, WordsExpected {

    Finding compare(Subject subject, Results results);

    /** The figures that it is held against one by one, if it is of that kind. */
    default List<Judgement.Figure> figures(Subject subject, Results results) {
        return List.of();
    }

    /** Whether it is met, and what was found. */
    record Finding(boolean met, String found) {}
}
