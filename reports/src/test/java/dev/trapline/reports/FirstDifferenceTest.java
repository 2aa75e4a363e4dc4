package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FirstDifferenceTest {
    private static final List<Results.Bound> BOUNDS = List.of(new Results.Bound(
            "xen", "", 0, "load", false, 0, 0, "", false, 0, 0, "", List.of("there are several hosts")));

    /** Only a file of another version may lack a part without anything having changed. */
    @Test
    void aPartThatWasNotThereIsADifference() {
        Results then = SmallResults.oneOfEach().withBounds(List.of());
        assertThat(FirstDifference.of(then, then)).isEmpty();
        assertThat(FirstDifference.of(then, then.withBounds(BOUNDS)).orElse("")).startsWith("bounds: nothing then, ");
    }
}
