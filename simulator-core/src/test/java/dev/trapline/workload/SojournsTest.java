package dev.trapline.workload;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.work.Trail;
import org.junit.jupiter.api.Test;

/** Stays in a window against the integral of the number inside, in picoseconds by hand. */
class SojournsTest {
    private static final int SLOT = 3;

    private final Sojourns sojourns = new Sojourns("load");

    @Test
    void staysThatReachOverEitherEndCountWithTheirPartInTheWindow() {
        Request over = enters(0);
        Request before = enters(2);
        leaves(before, 5);
        sojourns.check(10);
        sojourns.reset(10);
        Request within = enters(12);
        Request after = enters(13);
        leaves(over, 15);
        leaves(within, 18);
        after.trail().until(19, SLOT);
        assertThatCode(() -> sojourns.check(20)).doesNotThrowAnyException();
    }

    @Test
    void staysThatAreLongerThanAllOfTimeInTheSumAreNotRounded() {
        long end = Long.MAX_VALUE / 2;
        for (int i = 0; i < 40; i++) {
            enters(1);
        }
        assertThatCode(() -> sojourns.check(end)).doesNotThrowAnyException();
    }

    @Test
    void aRequestThatBeginsAnewBeforeItIsAnsweredIsFound() {
        Request lost = enters(0);
        lost.begin(1, 7);
        assertThatThrownBy(() -> sojourns.check(10)).isInstanceOf(IllegalStateException.class)
                .hasMessage("requests of 'load' were inside for 3 ps between 0 s and 10 ps, the integral of their number is 10 ps");
    }

    @Test
    void aRequestThatCameLaterThanItBeganIsFound() {
        Request early = request(0);
        sojourns.enters(early, 4);
        leaves(early, 9);
        assertThatThrownBy(() -> sojourns.check(9)).hasMessageContaining("inside for 9 ps").hasMessageContaining("number is 5 ps");
    }

    @Test
    void oneEntersOnceAndLeavesOnce() {
        Request request = enters(0);
        assertThatThrownBy(() -> sojourns.enters(request, 1)).hasMessage("a request of 'load' enters and is inside");
        leaves(request, 2);
        assertThatThrownBy(() -> sojourns.leaves(request, 3)).hasMessage("a request of 'load' leaves and is not inside");
    }

    @Test
    void nobodyIsAccountedForBeyondThePresent() {
        Request request = enters(0);
        request.trail().until(11, SLOT);
        assertThatThrownBy(() -> sojourns.check(10)).hasMessageContaining("is accounted for until 11 ps of 10 ps");
    }

    private static Request request(long begins) {
        Request request = new Request(0, new Trail(0), () -> {});
        request.begin(0, begins);
        return request;
    }

    private Request enters(long now) {
        Request request = request(now);
        sojourns.enters(request, now);
        return request;
    }

    private void leaves(Request request, long now) {
        request.trail().until(now, SLOT);
        sojourns.leaves(request, now);
    }
}
