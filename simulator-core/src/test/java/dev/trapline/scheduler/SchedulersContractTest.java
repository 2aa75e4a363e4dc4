package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.SECOND;

import dev.trapline.work.Context;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulersContractTest {
    static List<String> schedulers() {
        return Schedulers.standard().all().stream().map(c -> c.name()).toList();
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void smoke(String name) {
        for (int cores = 1; cores <= 2; cores++) {
            TestMachine machine = TestMachine.of(name, cores, 6);
            List<Context> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(machine.hog("h" + i, TestMachine.weight(i % 3 == 0 ? 2 : 1)));
            }
            machine.startAndRunUntil(60 * SECOND);
            System.out.println(name + " " + cores + " " + all.stream().map(machine::share).toList() + " events " + machine.simulation.executed());
            machine = TestMachine.of(name, 1, 4);
            all.clear();
            all.add(machine.hog("capped", TestMachine.cap(0.1)));
            all.add(machine.hog("reserved", TestMachine.reserve(0.5)));
            all.add(machine.hog("a"));
            all.add(machine.hog("b"));
            machine.startAndRunUntil(60 * SECOND);
            System.out.println(name + " cap .1, reserve .5 " + all.stream().map(machine::share).toList() + " events " + machine.simulation.executed());
        }
    }
}
