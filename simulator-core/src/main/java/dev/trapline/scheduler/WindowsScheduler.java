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
                    + " Virtual Server's weight (100 x weight, 1 to 10,000) scales the turn, its reserved capacity goes first"
                    + " among equals, its maximum capacity pauses (both parts of a core; the product writes percent of all).",
            "support.microsoft.com/kb/259025; Windows IT Pro, JSI tip 2898; Windows Internals, 4th edition, chapter 6;"
                    + " IVMAccountant::SetSchedulingParameters of the Virtual Server SDK",
            List.of(
                    Shape.optional("quantum", Shape.time(Time.PICOS_PER_MILLI, 10.0 * Time.PICOS_PER_SECOND),
                            180 * Time.PICOS_PER_MILLI,
                            "The turn of the threads with the largest weight, in which 3 units are a tick: a server's 36 units"
                                    + " are 120, 180 or 187 ms with ticks of 10, 15 or 15.6 ms; a desktop has 6 in the background."),
                    Shape.optional("tick", Shape.time(Time.PICOS_PER_MILLI, 100.0 * Time.PICOS_PER_MILLI),
                            15 * Time.PICOS_PER_MILLI,
                            "The clock tick: 10 ms on uniprocessors, 15 or 15.6 ms on multiprocessors."),
                    Shape.optional("priority", Shape.count(1, 15), 8L, "The base priority of each thread; 8 is normal."),
                    Shape.optional("wake-boost", Shape.count(0, 14), 1L,
                            "How many priorities a thread gains when a wait ends (a disk's 1, a network's 2); one is lost with"
                                    + " each turn."),
                    Shape.optional("starvation-wait", Shape.time(Time.PICOS_PER_MILLI, 1000.0 * Time.PICOS_PER_SECOND),
                            4 * Time.PICOS_PER_SECOND,
                            "A thread ready for longer than this, some 300 ticks, is found by the guard's next scan."),
                    Shape.optional("starvation-turns", Shape.count(1, 100), 2L,
                            "For how many turns the guard gives such a thread priority 15."),
                    Shape.optional("capacity-period", Shape.time(Time.PICOS_PER_MILLI, 10.0 * Time.PICOS_PER_SECOND),
                            100 * Time.PICOS_PER_MILLI, "In which time a maximum capacity is kept; assumed.")),
            WindowsScheduler::factory);

    static final int HIGHEST_DYNAMIC = 15;
    private static final int UNITS_PER_TICK = 3;

    /*
     * A thread whose turn ends goes behind its equals; one that is preempted goes before them and keeps the rest of its
     * turn. A wait costs one unit, a third of a tick. A core looks through the highest priority that has anybody for the
     * first thread that ran on it last or has waited for more than three ticks; if there is none it takes the first. A
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
    private static final int WARM_TICKS = 3;
    private static final long SCAN_PICOS = Time.PICOS_PER_SECOND;

    private final Processors processors;
    private final Calls calls;
    private final Values values;
    private final long quantumPicos;
    private final long tickPicos;
    private final int wakeBoost;
    private final long starvationPicos;
    private final List<WindowsThread> threads = new ArrayList<>();
    private final List<Timer> pauses = new ArrayList<>();
    private final List<List<WindowsThread>> ready = new ArrayList<>();
    /** A bit for each priority at which threads are ready. */
    private int occupied;
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
        tickPicos = values.whole("tick");
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
            double part = thread.context.share().weight() / largest;
            thread.turn(Math.max(1, (long) (quantumPicos * part)), (long) (tickPicos * part / UNITS_PER_TICK));
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
        for (int left = occupied; left != 0; left ^= Integer.highestOneBit(left)) {
            int priority = Integer.numberOfTrailingZeros(Integer.highestOneBit(left));
            WindowsThread chosen = choose(ready.get(priority), core);
            if (chosen != null) {
                ready.get(priority).remove(chosen);
                emptied(priority);
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
        return home(thread) == core || now - thread.readySince() > WARM_TICKS * tickPicos;
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
        occupied |= 1 << thread.priority();
    }

    private void emptied(int priority) {
        if (ready.get(priority).isEmpty()) {
            occupied &= ~(1 << priority);
        }
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
            emptied(priority);
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
