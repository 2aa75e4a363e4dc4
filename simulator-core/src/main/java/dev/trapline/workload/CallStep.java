package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.hardware.Pool;
import dev.trapline.random.KeyedSource;
import dev.trapline.work.Price;
import java.util.List;

/**
 * The program calls another group of guests and sleeps until the reply is there. Calls go to the guests of that group in turn,
 * by the caller's own number, its client's and that of the request, so that who is asked does not depend on who was faster.
 */
final class CallStep implements Step {
    static final String NAME = "call";

    static final Component<StepFactory> COMPONENT = new Component<>(
            NAME,
            "The program calls guests of another group, whose workload is a `service`, and waits for the reply.",
            "",
            List.of(
                    Shape.required(NAME, Shape.text(), "The name of the group; its guests are asked in turn."),
                    Shape.required("request", Shape.of(Dimension.BYTES, 1, 1e9), "The size of what is asked."),
                    Shape.required("reply", Shape.of(Dimension.BYTES, 1, 1e9), "The size of the reply."),
                    Shape.optional("times", Shape.count(1, 1_000_000), 1L, "How often, one after the other."),
                    Shape.optional(
                            "after",
                            new Shape.Draws(Dimension.TIME, 0, 9e18),
                            null,
                            "What the program sleeps before each call, for somebody outside of whom no more is known.")),
            values -> (number, setting, mixes) -> new CallStep(number, values, setting));

    /** Keeps the numbers of clients and steps apart in the key of a call's draws; an odd constant of SplitMix64. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int number;
    private final Setting setting;
    private final long guestPath;
    private final String group;
    private final List<Service> services;
    private final long requestBytes;
    private final long replyBytes;
    private final int times;
    private final Price write;
    private final Price read;
    private final Rest rest;
    private final Pool<Call> calls = new Pool<>(() -> new Call(this));
    private Flow connection;
    private int made;
    private boolean rested;
    private boolean answered;

    private CallStep(int number, Values values, Setting setting) {
        this.number = number;
        this.setting = setting;
        guestPath = KeyedSource.path(setting.guest().name());
        group = values.text(NAME);
        services = setting.services().of(group);
        requestBytes = values.whole("request");
        replyBytes = values.whole("reply");
        times = values.count("times");
        rest = values.has("after") ? new Rest(number, values.draws("after"), setting) : null;
        write = setting.guest().pricing().socketCall("socket-write", requestBytes);
        read = setting.guest().pricing().socketCall("socket-read", replyBytes);
    }

    @Override
    public Next begin(Worker worker) {
        if (!answered) {
            worker.again();
            if (rest != null && !rested) {
                rested = true;
                rest.begin(worker, index(worker.request()));
            } else {
                call(worker);
            }
            return Next.SLEEPS;
        }
        answered = false;
        rested = false;
        read.appendTo(worker.pays(), worker.piece());
        if (++made < times) {
            worker.again();
        } else {
            made = 0;
        }
        return Next.WORKS;
    }

    private void call(Worker worker) {
        if (connection == null) {
            connection = setting.flow(SPREAD * (worker.number() * 1024L + number + 1));
        }
        if (services.isEmpty()) {
            throw new IllegalStateException("'" + setting.guest().name() + "' calls '" + group + "', where no guest is a service");
        }
        write.appendTo(worker.pays(), worker.piece());
        Request own = worker.request();
        long index = index(own);
        Service service = services.get(Math.floorMod(setting.guest().index() + own.client() + index, services.size()));
        calls.take().ask(service, identity(own), index, worker);
    }

    /** The reply is there, as this activity of the guest tells. */
    void answered(Worker worker, Carrier by) {
        answered = true;
        worker.wake(by);
    }

    /** Nobody knows this call any more. */
    void isOver(Call call) {
        calls.giveBack(call);
    }

    GuestPorts ports() {
        return setting.ports();
    }

    /** On which its calls go, and the replies to them. */
    Flow connection() {
        return connection;
    }

    long requestBytes() {
        return requestBytes;
    }

    long replyBytes() {
        return replyBytes;
    }

    /** The number of the call that is due among those of this step and client. */
    private long index(Request own) {
        return Math.addExact(Math.multiplyExact(own.index(), times), made);
    }

    /** By whose name the called guest draws: no two steps, clients or guests share it. */
    private long identity(Request own) {
        return guestPath + SPREAD * (own.client() * 1024 + number + 1);
    }
}
