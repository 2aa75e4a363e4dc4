package dev.trapline.scenarios.model;

import dev.trapline.declare.Component;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.work.Level;
import dev.trapline.workload.Setting;
import dev.trapline.workload.Workload;
import dev.trapline.workload.WorkloadFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * A workload that lets packets out, packets in and disk operations go all at once, and writes down in which order they reach their
 * ends.
 */
final class NumberedTransfers implements Workload.Run {
    static final int OF_EACH = 40;
    private static final long START_PICOS = 3 * Time.PICOS_PER_MILLI;

    private final Setting setting;
    private final List<Integer> sent = new ArrayList<>();
    private final List<Integer> received = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private final Flow flow;

    /** Starts one in its guest and puts it into the list. */
    static Component<WorkloadFactory> component(List<NumberedTransfers> started) {
        return new Component<>("numbered-transfers", "For tests.", "", List.of(), values -> mixes -> setting -> {
            started.add(new NumberedTransfers(setting));
            return started.get(started.size() - 1);
        });
    }

    private NumberedTransfers(Setting setting) {
        this.setting = setting;
        flow = Flow.of(0);
        Program program = new Program();
        setting.simulation().newTimer("transfers begin", Phase.ARRIVE, () -> {
            for (int i = 0; i < OF_EACH; i++) {
                int number = i;
                setting.ports().receive(1_000, null, flow, (packet, by) -> received.add(number));
            }
            program.raise();
        }).armAt(START_PICOS);
    }

    List<Integer> sent() {
        return List.copyOf(sent);
    }

    List<Integer> received() {
        return List.copyOf(received);
    }

    List<Integer> done() {
        return List.copyOf(done);
    }

    @Override
    public boolean isFinished() {
        return sent.size() >= OF_EACH && received.size() >= OF_EACH && done.size() >= OF_EACH;
    }

    /** Sends a packet and asks for a page of the disk in turn, without waiting for either. */
    private final class Program extends Carrier {
        private int next;

        Program() {
            super("program", Level.TASK, setting.guest().vcpuOf(0).agenda(), setting.simulation());
        }

        @Override
        protected boolean work() {
            if (next == 2 * OF_EACH) {
                return false;
            }
            int number = next / 2;
            if (next++ % 2 == 0) {
                setting.ports().send(this, 1_000, null, flow, (packet, by) -> sent.add(number));
            } else {
                setting.ports().submit(this, setting.ports().diskOperation(
                        4_096, false, false, 0, 0, this, null, (operation, by) -> done.add(number)));
            }
            return true;
        }
    }
}
