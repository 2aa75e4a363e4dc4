package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.ArrayList;
import java.util.List;

/**
 * The thread dispatcher of a Windows 2003 host: 32 priorities, round robin inside one, boosts for wake-ups and against
 * starvation; with Virtual Server's weight, reserved and maximum capacity on top.
 */
public final class WindowsScheduler implements Scheduling {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "windows-threads",
            "32 priorities, round robin inside one with a fixed quantum, boost on wake-up, guard against starvation;"
                    + " Virtual Server's weight scales the turn, its reserved capacity goes first among equals, its"
                    + " maximum capacity pauses.",
            "support.microsoft.com/kb/259025; Windows IT Pro, JSI tip 2898; Windows Internals, 4th edition, chapter 6",
            List.of(
                    Shape.optional("quantum", Shape.time(Time.PICOS_PER_MILLI, 10.0 * Time.PICOS_PER_SECOND),
                            180 * Time.PICOS_PER_MILLI,
                            "The turn of the threads with the largest weight: 36 units, fixed, on a multiprocessor server."),
                    Shape.optional("priority", Shape.count(1, 15), 8L, "The base priority of each thread; 8 is normal."),
                    Shape.optional("wake-boost", Shape.count(0, 14), 1L,
                            "How many priorities a thread gains when a wait ends; one is lost with each turn."),
                    Shape.optional("starvation-wait", Shape.time(Time.PICOS_PER_MILLI, 1000.0 * Time.PICOS_PER_SECOND),
                            4 * Time.PICOS_PER_SECOND,
                            "A thread ready for longer than this is found by the guard's next scan."),
                    Shape.optional("starvation-turns", Shape.count(1, 100), 2L,
                            "For how many turns the guard gives such a thread priority 15."),
                    Shape.optional("capacity-period", Shape.time(Time.PICOS_PER_MILLI, 10.0 * Time.PICOS_PER_SECOND),
                            100 * Time.PICOS_PER_MILLI, "In which time a maximum capacity is kept; assumed.")),
            WindowsScheduler::factory);

    static final int HIGHEST_DYNAMIC = 15;
    /** Of which a turn consists; a wait costs one. */
    static final int UNITS = 36;

    /*
     * A thread whose turn ends goes behind its equals; one that is preempted goes before them and keeps the rest of its
     * turn. A wait costs one unit of the 36. A core looks through the highest priority that has anybody for the first
     * thread that ran on it last or has waited for more than three clock ticks; if there is none it takes the first. A
     * waking thread goes to an idle core, or preempts the thread on its last core if its priority is strictly higher;
     * other cores are not asked.
     *
     * How Virtual Server's vssrvc.exe turned its weights into host scheduling is not published. Here the turn of a
     * thread is quantum x weight / largest weight, so that busy threads of equal priority get cores in proportion to
     * weight; a thread behind its reserved capacity goes before its equals; the maximum capacity is an Allowance.
     *
     * Left out: run time is charged exactly, not by clock ticks.
     */

    private static final int PRIORITIES = 32;
    private static final int TICKS = 12;
    private static final int WARM_TICKS = 3;
    private static final long SCAN_PICOS = Time.PICOS_PER_SECOND;

    private final Processors processors;
    private final Calls calls;
    private final Values values;
    private final long quantumPicos;
    private final int wakeBoost;
    private final long starvationPicos;
    private final List<WindowsThread> threads = new ArrayList<>();
    private final List<Timer> pauses = new ArrayList<>();
    private final List<List<WindowsThread>> ready = new ArrayList<>();
    private final Timer scan;

    /** A round of the others in the queue. */
    private static SchedulerFactory factory(Values values) {
        Promises promises = Promises.of((contexts, cores) -> (contexts - 1) * values.whole("quantum") / cores);
        return SchedulerFactory.knowing(Controls.ALL, promises, processors -> new WindowsScheduler(processors, values));
    }

    private WindowsScheduler(Processors processors, Values values) {
        this.processors = processors;
        this.values = values;
        calls = new Calls(processors.cores());
        quantumPicos = values.whole("quantum");
        wakeBoost = values.count("wake-boost");
        starvationPicos = values.whole("starvation-wait");
        for (int i = 0; i < PRIORITIES; i++) {
            ready.add(new ArrayList<>());
        }
        scan = processors.simulation().newTimer("balance set manager", Phase.ARRIVE, this::guardTheStarved);
    }

    @Override
    public void admit(Context context) {
        Allowance allowance = new Allowance(context.share().cap(), values.whole("capacity-period"));
        threads.add(new WindowsThread(context, values.count("priority"), allowance));
        pauses.add(processors.simulation().newTimer(context.name() + " capacity", Phase.ARRIVE, () -> unpause(context)));
        setTurns();
    }

    private void setTurns() {
        double largest = 0;
        for (WindowsThread thread : threads) {
            largest = Math.max(largest, thread.context.share().weight());
        }
        for (WindowsThread thread : threads) {
            thread.turn(Math.max(1, (long) (quantumPicos * thread.context.share().weight() / largest)));
        }
    }

    @Override
    public void start() {
        scan.armAfter(SCAN_PICOS);
    }

    @Override
    public void wake(Context context) {
        WindowsThread thread = thread(context);
        thread.wakes(processors.now(), wakeBoost);
        enter(thread);
    }

    @Override
    public void block(Context context, Core core) {
        thread(context).stops(processors.now());
    }

    @Override
    public void requeue(Context context, Core core) {
        WindowsThread thread = thread(context);
        boolean turnEnded = thread.stops(processors.now());
        if (thread.isExhausted()) {
            pause(thread);
        } else {
            queue(thread, turnEnded);
            calls.displaced(context);
        }
    }

    @Override
    public Context next(Core core) {
        WindowsThread chosen = choose(core);
        calls.answered(core, chosen == null ? null : chosen.context);
        if (chosen == null) {
            return null;
        }
        chosen.starts(processors.now());
        return chosen.context;
    }

    @Override
    public long slice(Context context, Core core) {
        return thread(context).runPicos();
    }

    /** Takes the thread to run out of its queue; null if there is none. */
    private WindowsThread choose(Core core) {
        for (int priority = PRIORITIES - 1; priority >= 0; priority--) {
            WindowsThread chosen = choose(ready.get(priority), core);
            if (chosen != null) {
                ready.get(priority).remove(chosen);
                return chosen;
            }
        }
        return null;
    }

    private WindowsThread choose(List<WindowsThread> equals, Core core) {
        WindowsThread first = null;
        WindowsThread suitable = null;
        long now = processors.now();
        for (int i = 0; i < equals.size(); i++) {
            WindowsThread candidate = equals.get(i);
            if (!Calls.allows(candidate.context, core)) {
                continue;
            }
            if (candidate.isOwed(now)) {
                return candidate;
            }
            first = first == null ? candidate : first;
            suitable = suitable == null && suits(candidate, core, now) ? candidate : suitable;
        }
        return suitable != null ? suitable : first;
    }

    private boolean suits(WindowsThread thread, Core core, long now) {
        return home(thread) == core || now - thread.readySince() > WARM_TICKS * quantumPicos / TICKS;
    }

    private void enter(WindowsThread thread) {
        if (thread.isExhausted()) {
            pause(thread);
            return;
        }
        queue(thread, true);
        place(thread);
    }

    private void queue(WindowsThread thread, boolean behind) {
        List<WindowsThread> equals = ready.get(thread.priority());
        thread.queues(processors.now());
        equals.add(behind ? equals.size() : 0, thread);
    }

    /** Finds a core for a thread that has just been queued. */
    private void place(WindowsThread thread) {
        if (calls.callIdle(thread.context)) {
            return;
        }
        Core home = home(thread);
        if (!home.isIdle() && thread(home.current()).priority() < thread.priority()) {
            calls.call(home);
        }
    }

    /** The core it ran on last, or its ideal processor if it never ran. */
    private Core home(WindowsThread thread) {
        Context context = thread.context;
        if (context.core() != null) {
            return context.core();
        }
        int ideal = context.pinnedTo() >= 0 ? context.pinnedTo() : context.ordinal() % processors.cores().size();
        return processors.cores().get(ideal);
    }

    private void pause(WindowsThread thread) {
        pauses.get(thread.context.ordinal()).armAfter(thread.pausePicos());
    }

    private void unpause(Context context) {
        WindowsThread thread = thread(context);
        thread.returns(processors.now());
        enter(thread);
    }

    private void guardTheStarved() {
        long now = processors.now();
        for (int priority = 0; priority < HIGHEST_DYNAMIC; priority++) {
            List<WindowsThread> equals = ready.get(priority);
            for (int i = 0; i < equals.size(); i++) {
                if (now - equals.get(i).readySince() > starvationPicos) {
                    guard(equals.remove(i--));
                }
            }
        }
        scan.armAfter(SCAN_PICOS);
    }

    private void guard(WindowsThread starved) {
        starved.guard(values.count("starvation-turns"));
        queue(starved, true);
        place(starved);
    }

    private WindowsThread thread(Context context) {
        return threads.get(context.ordinal());
    }
}
