package dev.trapline.workload;

import dev.trapline.devicepath.Flow;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.work.Trail;

/** A unit of a guest's work: which client's, which of its requests, and where its time went so far. */
class Request {
    /** RFC 1122, 4.2.3.2: less than half a second; 200 ms is usual. */
    private static final long ACKNOWLEDGES_AFTER = 200 * Time.PICOS_PER_MILLI;

    private final long client;
    private final Trail trail;
    private final Runnable answered;
    private long index;
    private int exchanges = 1;
    private int exchange;
    private Runnable nextExchange;
    private Timer acknowledgement;
    private Flow flow;
    private int place = -1;
    private String kind = "";
    private boolean datagram;

    /** @param answered is run when the request has been answered */
    Request(long client, int owner, Runnable answered) {
        this(client, 0, new Trail(owner), answered);
    }

    /** A request that other work of a client has come to, whose time its trail holds. */
    Request(long client, long index, Trail trail, Runnable answered) {
        this.client = client;
        this.index = index;
        this.trail = trail;
        this.answered = answered;
    }

    /** Becomes the client's next request. */
    void begin(long next, long intendedArrival) {
        index = next;
        exchange = 0;
        trail.begin(intendedArrival);
    }

    /** It consists of so many exchanges of question and answer, one after the other; {@code next} begins another one. */
    void exchanges(int count, Runnable next) {
        exchanges = count;
        nextExchange = next;
    }

    /** The last segment of its answer is acknowledged with the client's next question, or by itself after a while. */
    void acknowledgesSoon(Setting setting) {
        if (acknowledgement == null) {
            acknowledgement = setting.simulation().newTimer(
                    setting.guest().name() + " client " + client + " acknowledgement",
                    Phase.ARRIVE,
                    () -> setting.ports().receive(0, null, flow(setting), (packet, by) -> {}));
        }
        acknowledgement.armAfter(ACKNOWLEDGES_AFTER);
    }

    /** Its client sends something that carries the acknowledgement. */
    void acknowledges() {
        if (acknowledgement != null) {
            acknowledgement.cancel();
        }
    }

    /** The connection on which it comes. */
    Flow flow(Setting setting) {
        if (flow == null) {
            flow = setting.flow(client);
        }
        return flow;
    }

    long client() {
        return client;
    }

    /** Which of its client's exchanges the present one is. */
    long index() {
        return index * exchanges + exchange;
    }

    Trail trail() {
        return trail;
    }

    /** Where on its trail its own time begins. */
    Trail.Mark beginning() {
        return trail.beginning();
    }

    /** It comes as a datagram and is to be answered by one. */
    void comesAsDatagram() {
        datagram = true;
    }

    boolean isDatagram() {
        return datagram;
    }

    /** What it asks for, where a group's requests differ in that: a word for results; empty where they do not. */
    String kind() {
        return kind;
    }

    void is(String what) {
        kind = what;
    }

    /** Its place among the requests inside; -1: it is not. */
    int place() {
        return place;
    }

    void placed(int among) {
        place = among;
    }

    /** The answer has arrived: it is over, or goes on with its next exchange. */
    void answered() {
        if (++exchange < exchanges) {
            nextExchange.run();
        } else {
            answered.run();
        }
    }
}
