package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.work.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules of Xen 3.2's credit scheduler must give on one core without switching costs (MECHANISMS.md, A3). */
class CreditSchedulerTest {

    @ParameterizedTest
    @CsvSource({"2, 0.5, 0.5", "4, 0.25, 0.25", "8, 0.1245, 0.1262"})
    void equalHogsShareEqually(int hogs, double least, double most) {
        TestMachine machine = TestMachine.of("xen-credit", 1, hogs);
        List<Context> contexts = new ArrayList<>();
        for (int i = 0; i < hogs; i++) {
            contexts.add(machine.hog("hog " + i));
        }
        machine.startAndRunUntil(60 * SECOND);
        for (Context context : contexts) {
            System.out.println(hogs + " " + machine.share(context));
        }
    }

    @Test
    void weights() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2);
        Context light = machine.hog("light", TestMachine.weight(1));
        Context heavy = machine.hog("heavy", TestMachine.weight(2));
        machine.startAndRunUntil(60 * SECOND);
        System.out.println(machine.share(light) + " : " + machine.share(heavy));
    }

    @Test
    void cap() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2);
        Context capped = machine.hog("capped", TestMachine.cap(0.25));
        Context free = machine.hog("free");
        machine.startAndRunUntil(60 * SECOND);
        System.out.println(machine.share(capped) + " : " + machine.share(free));
    }

    @Test
    void trick() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2);
        TestMachine.Periodic thief = machine.periodic("thief", MILLI / 4, 10 * MILLI, 19 * MILLI / 2);
        Context victim = machine.hog("victim");
        machine.startAndRunUntil(60 * SECOND);
        System.out.println(machine.share(thief.context) + " : " + machine.share(victim));
    }

    @Test
    void boost() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 4);
        List<Long> waits = new ArrayList<>();
        machine.periodic("io", 3 * MILLI, 7 * MILLI, MILLI / 5).tellWaits(waits::add);
        for (int i = 0; i < 3; i++) {
            machine.hog("hog " + i);
        }
        machine.startAndRunUntil(60 * SECOND);
        Collections.sort(waits);
        System.out.println(waits.size() + " median " + waits.get(waits.size() / 2) + " tail " + waits.subList(waits.size() - 100, waits.size()).stream().map(w -> w / 1e9).toList());
    }
}
