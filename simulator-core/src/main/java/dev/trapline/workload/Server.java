package dev.trapline.workload;

import dev.trapline.spec.MixSpec;
import java.util.List;
import java.util.Map;

/** The workers of one guest and the way requests come to them. */
final class Server {
    private final Setting setting;
    private final Worker[] workers;
    private final long arrivingBytes;
    private int turn;

    Server(List<StepFactory> steps, int workers, Setting setting, Map<String, MixSpec> mixes) {
        this.setting = setting;
        this.workers = new Worker[workers];
        for (int i = 0; i < workers; i++) {
            this.workers[i] = new Worker(i, Steps.create(steps, setting, mixes), setting);
        }
        Step[] shape = Steps.create(steps, setting, mixes);
        arrivingBytes = shape.length == 0 ? -1 : shape[0].arrivingBytes();
    }

    /** A request that begins now: over the network if its first step receives, else at once. */
    void take(Request request) {
        setting.measure().enters();
        if (arrivingBytes < 0) {
            assign(request);
        } else {
            arrive(request);
        }
    }

    /** The request comes in segments, in order: it is there when the last one is. */
    private void arrive(Request request) {
        int segment = setting.ports().segmentBytes();
        long left = arrivingBytes;
        for (; left > segment; left -= segment) {
            setting.ports().receive(segment, null, (packet, by) -> {});
        }
        setting.ports().receive(left, request.trail(), (packet, by) -> {
            packet.leaveTrail();
            assign(request);
        });
    }

    /** Each client has its worker where there are enough; else a free one takes it, or the next in turn queues it. */
    private void assign(Request request) {
        Worker own = workers[(int) (request.client() % workers.length)];
        if (own.isFree()) {
            own.assign(request);
            return;
        }
        for (Worker worker : workers) {
            if (worker.isFree()) {
                worker.assign(request);
                return;
            }
        }
        turn = (turn + 1) % workers.length;
        workers[turn].assign(request);
    }
}
