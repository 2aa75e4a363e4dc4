package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;

/** One queue before so many servers that are alike, first come first served: a controller's processor, ports, a channel. */
final class Station implements BusyPart {
    /** What is served. */
    interface Visitor {
        /** How long a server takes. */
        long servicePicos();

        /** A server begins. */
        void begun();

        /** It is served. */
        void served();
    }

    private final String part;
    private final Simulation simulation;
    private final Server[] servers;
    private final ArrayDeque<Visitor> queue = new ArrayDeque<>();
    private long entered;
    private long left;

    /** @param part what it is called within its device */
    Station(String device, String part, int servers, Simulation simulation) {
        this.part = part;
        this.simulation = simulation;
        this.servers = new Server[servers];
        for (int i = 0; i < servers; i++) {
            this.servers[i] = new Server(device + " " + part + " " + i);
        }
    }

    void enter(Visitor visitor) {
        entered++;
        for (Server server : servers) {
            if (server.served == null) {
                server.begin(visitor);
                return;
            }
        }
        queue.addLast(visitor);
    }

    /** How many are served or wait. */
    long inside() {
        return entered - left;
    }

    @Override
    public String name() {
        return part;
    }

    @Override
    public long busyPicos(long now) {
        long sum = 0;
        for (Server server : servers) {
            sum += server.busyPicos + (server.served == null ? 0 : now - server.since);
        }
        return sum / servers.length;
    }

    void checkConservation() {
        long busy = 0;
        for (Server server : servers) {
            busy += server.served == null ? 0 : 1;
        }
        if (inside() != busy + queue.size() || !queue.isEmpty() && busy < servers.length) {
            throw new IllegalStateException("'" + servers[0].timer.name() + "': " + entered + " came and " + left + " left, but " + busy
                    + " are served and " + queue.size() + " wait");
        }
    }

    private final class Server {
        private final Timer timer;
        private Visitor served;
        private long since;
        private long busyPicos;

        Server(String name) {
            timer = simulation.newTimer(name, Phase.COMPLETE, this::end);
        }

        void begin(Visitor visitor) {
            served = visitor;
            since = simulation.now();
            visitor.begun();
            timer.armAfter(visitor.servicePicos());
        }

        private void end() {
            Visitor done = served;
            busyPicos += simulation.now() - since;
            served = null;
            left++;
            if (!queue.isEmpty()) {
                begin(queue.removeFirst());
            }
            done.served();
        }
    }
}
