package dev.trapline.workload;

import dev.trapline.declare.Values;
import dev.trapline.guest.SleepLock;
import dev.trapline.virtualization.Operation;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Slots;
import java.util.List;

/**
 * Sections under a lock that makes its waiters sleep, as futexes do: taken without anybody's help while it is free; who finds it held
 * calls the system and sleeps; who releases it while others sleep calls the system, which wakes one of them, by an interrupt if that
 * one's vCPU is another, idle one.
 */
final class MutexSections extends Sections implements SleepLock.Sleeper {
    static final String KIND = "mutex";

    private enum Phase {
        OUTSIDE,
        GOES_TO_SLEEP,
        HOLDS,
        WAKES
    }

    private final SleepLock lock;
    private final Price waits;
    private final Price wakes;
    private final int holdSlot;
    private final int sleepSlot;
    private Phase phase = Phase.OUTSIDE;
    private MutexSections woken;

    MutexSections(int step, Values values, Setting setting) {
        super(step, values);
        lock = setting.guest().synchronization().sleepLock(values.text("name"));
        Pricing pricing = setting.guest().pricing();
        Slots slots = pricing.slots();
        waits = pricing.price(Operation.SYSTEM_CALL);
        int wakeSlot = slots.service(Place.GUEST_KERNEL, "wake-up");
        wakes = waits.and(pricing.costs()
                .find("wake-thread")
                .map(cost -> Price.of(List.of(new Price.Item(wakeSlot, cost.milli(), 1))))
                .orElse(Price.FREE));
        holdSlot = slots.service(Place.GUEST_USER, "critical section");
        sleepSlot = slots.waiting(Place.GUEST_USER, "lock sleep");
    }

    @Override
    Step.Next works() {
        switch (phase) {
            case OUTSIDE -> {
                return until() <= 0 ? enters() : Step.Next.GOES_ON;
            }
            case GOES_TO_SLEEP -> {
                return sleepsUnlessItIsFree();
            }
            case HOLDS -> {
                return leaves();
            }
            default -> {
                MutexSections next = woken;
                woken = null;
                phase = Phase.OUTSIDE;
                next.wokenBy(worker());
                return Step.Next.WORKS;
            }
        }
    }

    private Step.Next enters() {
        if (lock.take(this)) {
            phase = Phase.HOLDS;
            worker().pays().append(worker().piece(), holdSlot, held(), 1);
        } else {
            phase = Phase.GOES_TO_SLEEP;
            waits.appendTo(worker().pays(), worker().piece());
        }
        return Step.Next.WORKS;
    }

    /** The system looks again before it lets the task sleep; so does the task when it was woken. */
    private Step.Next sleepsUnlessItIsFree() {
        phase = Phase.OUTSIDE;
        if (lock.isFree()) {
            return enters();
        }
        lock.sleep(this);
        return Step.Next.SLEEPS;
    }

    /** The lock is free from now on, before the one that is woken knows of it. */
    private Step.Next leaves() {
        woken = (MutexSections) lock.release(this);
        passed();
        if (woken == null) {
            phase = Phase.OUTSIDE;
            return Step.Next.GOES_ON;
        }
        phase = Phase.WAKES;
        wakes.appendTo(worker().pays(), worker().piece());
        return Step.Next.WORKS;
    }

    private void wokenBy(Worker by) {
        worker().request().trail().until(worker().setting().simulation().now(), sleepSlot);
        worker().wake(by);
    }
}
