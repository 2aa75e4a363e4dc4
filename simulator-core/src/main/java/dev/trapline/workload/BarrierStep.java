package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.guest.Barrier;
import dev.trapline.guest.Guest;
import dev.trapline.work.Context;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import java.util.ArrayList;
import java.util.List;

/** The program waits, asleep, until so many tasks of its guest have come to the same point; the last wakes the others. */
final class BarrierStep implements Step {
    static final Component<StepFactory> COMPONENT = new Component<>(
            "barrier",
            "The program sleeps until so many tasks of the guest have come to this step; the last wakes them, and pays an"
                    + " interrupt (the event `guest-ipi`) for each other vCPU among theirs.",
            "",
            List.of(Shape.required("barrier", Shape.count(2, 100_000), "How many tasks pass together.")),
            values -> (number, setting, mixes) -> new BarrierStep(number, values.count("barrier"), setting));

    private final Barrier barrier;
    private final int slot;
    private final Price interrupts;
    private final Runnable passes = this::passes;
    /** Whose step this is, once it has come to it. */
    private Worker worker;
    private boolean paid;

    private BarrierStep(int number, int parties, Setting setting) {
        Guest guest = setting.guest();
        barrier = guest.synchronization().barrier(number, parties);
        slot = guest.pricing().slots().waiting(Place.GUEST_KERNEL, "barrier");
        interrupts = guest.pricing().event("guest-ipi").repeated(otherVcpus(guest, parties));
    }

    private static int otherVcpus(Guest guest, int parties) {
        List<Context> vcpus = new ArrayList<>();
        for (int i = 0; i < parties; i++) {
            if (!vcpus.contains(guest.vcpuOf(i))) {
                vcpus.add(guest.vcpuOf(i));
            }
        }
        return vcpus.size() - 1;
    }

    @Override
    public Next begin(Worker by) {
        worker = by;
        if (!barrier.isLast()) {
            barrier.sleep(passes);
            return Next.SLEEPS;
        }
        if (!paid && !interrupts.isFree()) {
            paid = true;
            interrupts.appendTo(worker.pays(), worker.piece());
            worker.again();
            return Next.WORKS;
        }
        paid = false;
        barrier.open();
        return Next.GOES_ON;
    }

    private void passes() {
        worker.request().trail().until(worker.setting().simulation().now(), slot);
        worker.wake();
    }
}
