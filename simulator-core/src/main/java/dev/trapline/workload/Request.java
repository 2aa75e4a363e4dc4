package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.work.Trail;

/** A unit of a guest's work: which client's, which of its requests, and where its time went so far. */
class Request implements Transfer.End {
    /** RFC 1122, 4.2.3.2: less than half a second; 200 ms is usual. */
    private static final long ACKNOWLEDGES_AFTER = 200 * Time.PICOS_PER_MILLI;

    private long client;
    private Trail trail;
    private final Trail.Mark beginning = new Trail.Mark();
    private final Runnable answered;
    private long index;
    private int exchanges = 1;
    private int exchange;
    private Server server;
    private Connection connection;
    private Answer answer;
    private Timer acknowledgement;
    private Flow flow;
    private int place = -1;
    private String kind = "";
    private boolean datagram;

    /** @param answered is run when the request has been answered */
    Request(long client, Trail trail, Runnable answered) {
        this.client = client;
        this.trail = trail;
        this.answered = answered;
    }

    /** Becomes a request that other work of a client has come to, whose time that trail holds. */
    final void becomes(long ofClient, long itsIndex, Trail itsTrail) {
        client = ofClient;
        index = itsIndex;
        trail = itsTrail;
    }

    /** Becomes the client's next request. */
    void begin(long next, long intendedArrival) {
        index = next;
        exchange = 0;
        trail.begin(intendedArrival);
        begins();
    }

    /** It goes to this server, and consists of so many exchanges of question and answer, one after the other. */
    void goesTo(Server its, int itsExchanges) {
        server = its;
        exchanges = itsExchanges;
    }

    /** The last packet of what is asked is there. */
    @Override
    public void reached(Transfer last, Carrier by) {
        last.leaveTrail();
        server.assign(this, by);
    }

    /** The connection that is opened for it and closed after it. */
    Connection connection(Setting setting) {
        if (connection == null) {
            connection = new Connection(this, server, setting);
        }
        return connection;
    }

    /** As which what answers it arrives. */
    Answer answer(Setting setting) {
        if (answer == null) {
            answer = new Answer(this, setting);
        }
        return answer;
    }

    /** The last segment of its answer is acknowledged with the client's next question, or by itself after a while. */
    void acknowledgesSoon(Setting setting) {
        if (acknowledgement == null) {
            acknowledgement = setting.simulation().newTimer(
                    setting.guest().name().concat(" acknowledgement"),
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
        return beginning;
    }

    /** Its own time begins where its trail is now. */
    final void begins() {
        trail.mark(beginning);
    }

    /** The task that carried it out has done with it. */
    void carriedOut() {}

    /** It has left, and what its trail held was looked at. */
    void over() {
        trail.over();
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
            server.arrive(this);
        } else {
            answered.run();
        }
    }
}
