package dev.trapline.guest;

import dev.trapline.spec.GuestSpec;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Context;
import dev.trapline.work.Price;
import java.util.Collections;
import java.util.List;
import java.util.ArrayList;

/**
 * A running guest of a group.
 *
 * @param owner the number of its group, under which ledgers hold what it did
 * @param index its number in the group, from 0
 * @param taskPriorityOfInterrupt what the writes of the task priority cost in the course of one interrupt
 * @param synchronization by what its tasks wait for each other
 */
public record Guest(
        GuestSpec spec,
        int owner,
        int index,
        List<Context> vcpus,
        Pricing pricing,
        Price taskPriorityOfInterrupt,
        Synchronization synchronization) {
    public Guest {
        vcpus = Collections.unmodifiableList(new ArrayList<>(vcpus));
    }

    public String name() {
        return spec.name() + "-" + (index + 1);
    }

    /** The vCPU that its tasks of this number run on. */
    public Context vcpuOf(int task) {
        return vcpus.get(task % vcpus.size());
    }
}
