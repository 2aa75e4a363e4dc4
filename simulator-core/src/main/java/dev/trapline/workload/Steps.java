package dev.trapline.workload;

import dev.trapline.declare.Components;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.spec.MixSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of steps that requests can be made of. */
final class Steps {
    private Steps() {}

    static Components<StepFactory> standard() {
        return new Components<>(
                "step",
                List.of(
                        ReceiveStep.COMPONENT,
                        ComputeStep.COMPONENT,
                        EventStep.COMPONENT,
                        BarrierStep.COMPONENT,
                        TouchStep.COMPONENT,
                        ReadFileStep.COMPONENT,
                        DiskStep.COMPONENT,
                        CallStep.COMPONENT,
                        ThinkStep.COMPONENT,
                        SendStep.COMPONENT));
    }

    /** The key under which workloads list them. */
    static Shape.Key key() {
        return Shape.required("steps", Shape.listOf(standard().keyedShape()), "What a request does, in order.");
    }

    /** Throws {@link IllegalArgumentException} if a request is received or answered other than at its ends, or never ends. */
    static Values checked(Values workload) {
        List<Values> steps = workload.list("steps", Values.class);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).has("receive") && i > 0) {
                throw new IllegalArgumentException("'receive' can only be the first step of a request, it is step " + (i + 1));
            }
            if (steps.get(i).has("send") && i < steps.size() - 1) {
                throw new IllegalArgumentException("'send' can only be the last step of a request, it is step " + (i + 1) + " of "
                        + steps.size());
            }
        }
        return together(workload);
    }

    /** Throws {@link IllegalArgumentException} if a step needs somebody outside, or a request never ends. */
    static Values inside(Values workload) {
        for (Values step : workload.list("steps", Values.class)) {
            if (step.has("receive") || step.has("send")) {
                throw new IllegalArgumentException("'receive' and 'send' need somebody outside, whom this kind has not");
            }
        }
        return together(workload);
    }

    /** Tasks meet at a barrier only if there are so many of them, and take one lock in one way. */
    private static Values together(Values workload) {
        Map<String, String> locks = new LinkedHashMap<>();
        for (Values step : workload.list("steps", Values.class)) {
            if (step.has("barrier") && step.count("barrier") > tasks(workload)) {
                throw new IllegalArgumentException("a barrier of " + step.count("barrier") + " tasks never opens for "
                        + tasks(workload) + "; it needs as many 'tasks' in the guest");
            }
            if (step.has("lock")) {
                Values lock = step.values("lock");
                String kind = lock.text("kind");
                String before = locks.putIfAbsent(lock.text("name"), kind);
                if (before != null && !before.equals(kind)) {
                    throw new IllegalArgumentException("the lock '" + lock.text("name") + "' is " + before
                            + " in one step and " + kind + " in another");
                }
            }
        }
        return workload;
    }

    private static int tasks(Values workload) {
        int tasks = workload.count("tasks");
        return tasks == 0 ? workload.count("clients") : tasks;
    }

    /** The steps that a workload lists, to be made for each worker of each guest. */
    static List<StepFactory> of(Values workload) {
        List<StepFactory> factories = new ArrayList<>();
        for (Values step : workload.list("steps", Values.class)) {
            factories.add(standard().keyed(step).create(step));
        }
        return factories;
    }

    static Step[] create(List<StepFactory> steps, Setting setting, Map<String, MixSpec> mixes) {
        Step[] created = new Step[steps.size()];
        for (int i = 0; i < created.length; i++) {
            created[i] = steps.get(i).create(i, setting, mixes);
        }
        return created;
    }
}
