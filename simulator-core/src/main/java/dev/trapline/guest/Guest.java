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
 * @param name of its group, and its number in that
 * @param owner the number of its group, under which ledgers hold what it did
 * @param index its number in the group, from 0
 * @param taskPriorityOfInterrupt what the writes of the task priority cost in the course of one interrupt
 * @param synchronization by what its tasks wait for each other
 */
public record Guest(
        String name,
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

    /** The guest of this index in its group, which is named by its number. */
    public static Guest of(
            GuestSpec spec,
            int owner,
            int index,
            List<Context> vcpus,
            Pricing pricing,
            Price taskPriorityOfInterrupt,
            Synchronization synchronization) {
        return new Guest(
                spec.name() + "-" + (index + 1), spec, owner, index, vcpus, pricing, taskPriorityOfInterrupt, synchronization);
    }

    /** The vCPU that its tasks of this number run on. */
    public Context vcpuOf(int task) {
        return vcpus.get(task % vcpus.size());
    }
}
