package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.work.Context;
import org.junit.jupiter.api.Test;

/** Computed by hand: quanta of 10 ms. */
class HyperVSchedulerTest {

    /** Weights 300 and 100: virtual time goes 3 1/3 ms and 10 ms in a quantum, and the least far goes next. */
    @Test
    void quantaAreGivenByWeight() {
        TestMachine machine = TestMachine.of("hyper-v", 1, 2);
        Context heavy = machine.hog("heavy", TestMachine.weight(3));
        Context light = machine.hog("light", TestMachine.weight(1));
        machine.startAndRunUntil(10 * MILLI);
        assertThat(machine.got(heavy)).isEqualTo(10 * MILLI);
        machine.runUntil(20 * MILLI);
        assertThat(machine.got(light)).isEqualTo(10 * MILLI);
        machine.runUntil(50 * MILLI);
        assertThat(machine.got(heavy)).isEqualTo(40 * MILLI);
        machine.runUntil(60 * MILLI);
        assertThat(machine.got(light)).isEqualTo(20 * MILLI);
    }

    /** Weights 100, 200 and 700 on one logical processor give 10, 20 and 70 % (TLFS 2.0, 18.2.3). */
    @Test
    void theExampleOfTheSpecification() {
        TestMachine machine = TestMachine.of("hyper-v", 1, 3);
        Context[] processors = {
            machine.hog("100", TestMachine.weight(1)),
            machine.hog("200", TestMachine.weight(2)),
            machine.hog("700", TestMachine.weight(7))
        };
        machine.startAndRunUntil(100 * SECOND);
        double[] shares = {0.1, 0.2, 0.7};
        for (int i = 0; i < shares.length; i++) {
            assertThat(machine.share(processors[i])).isCloseTo(shares[i], within(0.001));
        }
    }

    /** Reserved half a core among four equals: it is owed whenever half of the time since it ran is over. */
    @Test
    void aReserveGoesFirst() {
        TestMachine machine = TestMachine.of("hyper-v", 1, 4);
        Context reserved = machine.hog("reserved", TestMachine.reserve(0.5));
        for (int i = 0; i < 3; i++) {
            machine.hog("other " + i);
        }
        machine.startAndRunUntil(40 * MILLI);
        assertThat(machine.got(reserved)).isEqualTo(20 * MILLI);
        machine.runUntil(400 * MILLI);
        assertThat(machine.got(reserved)).isEqualTo(200 * MILLI);
    }
}
