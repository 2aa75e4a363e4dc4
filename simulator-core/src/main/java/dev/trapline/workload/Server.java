package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.spec.MixSpec;
import java.util.List;
import java.util.Map;

/** The workers of one guest and the way requests come to them. */
final class Server {
    private static final Transfer.End NOBODY = (packet, by) -> {};

    private final Setting setting;
    private final Worker[] workers;
    private final long arrivingBytes;
    private final boolean connects;
    private final boolean datagrams;
    private final int exchanges;
    private int turn;

    Server(List<StepFactory> steps, int workers, Setting setting, Map<String, MixSpec> mixes) {
        this.setting = setting;
        this.workers = new Worker[workers];
        for (int i = 0; i < workers; i++) {
            this.workers[i] = new Worker(i, Steps.create(steps, setting, mixes), setting);
        }
        Step[] shape = Steps.create(steps, setting, mixes);
        arrivingBytes = shape.length == 0 ? -1 : shape[0].arrivingBytes();
        connects = shape.length > 0 && shape[0].connects();
        datagrams = shape.length > 0 && shape[0].comesAsDatagram();
        if (datagrams) {
            setting.ports().checkDatagram(arrivingBytes);
            setting.ports().checkDatagram(shape[shape.length - 1].answeringBytes());
        }
        exchanges = shape.length == 0 ? 1 : shape[0].exchanges();
    }

    /** A request that begins now: over the network if its first step receives, else at once. */
    void take(Request request) {
        setting.measure().enters(request, setting.simulation().now());
        request.goesTo(this, exchanges);
        if (arrivingBytes < 0) {
            assign(request, null);
        } else if (datagrams) {
            request.comesAsDatagram();
            arrive(request);
        } else if (connects) {
            request.connection(setting).open();
        } else {
            arrive(request);
        }
    }

    /** The answer, whose last segment closed the guest's side, has arrived: the client closes its own. */
    void answered(Request request) {
        if (connects) {
            request.acknowledges();
            request.connection(setting).close();
        }
    }

    /** The request comes in packets, in order: it is there when the last one is. */
    void arrive(Request request) {
        if (datagrams) {
            setting.ports().receiveQuestion(arrivingBytes, request.trail(), request.flow(setting), request);
            return;
        }
        request.acknowledges();
        int segment = setting.ports().segmentBytes();
        long left = arrivingBytes;
        for (; left > segment; left -= segment) {
            setting.ports().receive(segment, null, request.flow(setting), NOBODY);
        }
        setting.ports().receive(left, request.trail(), request.flow(setting), request);
    }

    /** Each client has its worker where there are enough; else a free one takes it, or the next in turn queues it. */
    void assign(Request request, Carrier by) {
        Worker own = workers[(int) (request.client() % workers.length)];
        if (own.isFree()) {
            own.assign(request, by);
            return;
        }
        for (Worker worker : workers) {
            if (worker.isFree()) {
                worker.assign(request, by);
                return;
            }
        }
        turn = (turn + 1) % workers.length;
        workers[turn].assign(request, by);
    }
}
