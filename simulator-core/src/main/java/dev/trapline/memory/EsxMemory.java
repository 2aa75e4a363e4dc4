package dev.trapline.memory;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.random.KeyedSource;
import java.util.List;

/**
 * The memory of VMware ESX (Waldspurger 2002): shares with an idle tax say how much each guest should have; balloon drivers
 * reclaim what it has beyond that, pages chosen at random are swapped where they cannot or where free memory is short, and
 * pages with the same contents are shared.
 */
final class EsxMemory implements MemoryPolicy {
    static final Component<MemoryPolicyFactory> COMPONENT = new Component<>(
            "esx",
            "Page sharing, ballooning, swapping of random pages, shares with an idle memory tax.",
            "waldspurger-2002",
            SwapSettings.with(
                    percent("high", 0.06, "Free memory at and above which nothing is reclaimed."),
                    percent("soft", 0.04, "Below this guests' balloons are inflated."),
                    percent("hard", 0.02, "Below this guests' pages are swapped."),
                    percent("low", 0.01, "Below this guests that have too much get nothing more."),
                    Shape.optional("idle-tax", Shape.of(Dimension.RATIO, 0, 0.99), 0.75, "What may be taken of idle pages."),
                    percent("balloon-share", 0.65, "The most of a guest's memory that its balloon holds."),
                    count("balloon-rate", 2048, "Pages that a balloon moves in a second."),
                    rate("scan-rate", 50, "Pages of each guest looked at for sharing."),
                    rate("scan-rate-of-all", 200, "Pages of all guests looked at for sharing."),
                    count("samples", 100, "Pages of each guest that are watched for use."),
                    Shape.optional(
                            "sample-period", Shape.time(Time.PICOS_PER_MILLI, 9e18), 30 * Time.PICOS_PER_SECOND,
                            "How long they are watched."),
                    percent("slow-gain", 0.1, "Weight of the last period in the slow average of use."),
                    percent("fast-gain", 0.5, "Weight of the last period in the fast average of use."),
                    Shape.optional(
                            "rebalance", Shape.time(Time.PICOS_PER_MILLI, 9e18), 15 * Time.PICOS_PER_SECOND,
                            "How often memory is divided anew."),
                    count("batch", 32, "Pages that are swapped at a time.")),
            values -> MemoryPolicyFactory.of(values, true, surroundings -> new EsxMemory(values, surroundings)));

    private final HostMemory memory;
    private final FreeStates states;
    private final WorkingSets use;
    private final PageSharing sharing;
    private final RandomSwapping swapping;
    private final Timer rebalance;
    private final double tax;
    private final double balloonShare;
    private final long periodPicos;
    private final int balloonRate;
    private int[] targets = new int[0];

    private EsxMemory(Values values, MemorySurroundings surroundings) {
        memory = surroundings.memory();
        states = FreeStates.of(values, memory.frames());
        KeyedSource samples = surroundings.draws("samples");
        use = new WorkingSets(
                memory, samples, values.count("samples"), values.whole("sample-period"), values.number("slow-gain"),
                values.number("fast-gain"));
        Chores chores = new Chores(surroundings.processors().cores(), surroundings.scan());
        sharing = new PageSharing(
                memory, surroundings.draws("scan"), chores, states::isShort, values.number("scan-rate"),
                values.number("scan-rate-of-all"));
        swapping = new RandomSwapping(memory, surroundings.draws("swap"), values.count("batch"));
        tax = values.number("idle-tax");
        balloonShare = values.number("balloon-share");
        balloonRate = values.count("balloon-rate");
        periodPicos = values.whole("rebalance");
        rebalance = memory.simulation().newTimer("memory rebalance", Phase.OBSERVE, this::rebalance);
    }

    private static Shape.Key percent(String name, double fallback, String sentence) {
        return Shape.optional(name, Shape.ratio(), fallback, sentence);
    }

    private static Shape.Key count(String name, long fallback, String sentence) {
        return Shape.optional(name, Shape.count(1, 1_000_000), fallback, sentence);
    }

    private static Shape.Key rate(String name, double fallback, String sentence) {
        return Shape.optional(name, Shape.of(Dimension.RATE, 0, 1e6), fallback, sentence);
    }

    @Override
    public void start() {
        targets = new int[memory.guests().size()];
        use.start();
        sharing.start();
        rebalance.armAfter(0);
    }

    /** Divides the machine's memory anew, and lets balloons and swapping follow. */
    private void rebalance() {
        rebalance.armAfter(periodPicos);
        targets = allocation().of(memory.frames() - states.highFrames() - memory.shared().frames());
        for (int i = 0; i < targets.length; i++) {
            GuestMemory guest = memory.guests().get(i);
            int without = wanted(guest) - targets[i];
            int balloon = guest.terms().balloon() ? Math.min(without, (int) (balloonShare * guest.pages())) : 0;
            guest.balloonTo(balloon, balloonRate);
            swapping.reduce(guest, without - balloon);
        }
        if (states.pages()) {
            swapping.free(states.softFrames() - memory.free(), targets);
        }
    }

    private Allocation allocation() {
        int guests = targets.length;
        double[] shares = new double[guests];
        double[] active = new double[guests];
        int[] least = new int[guests];
        int[] most = new int[guests];
        for (int i = 0; i < guests; i++) {
            GuestMemory guest = memory.guests().get(i);
            shares[i] = guest.terms().weight();
            active[i] = active(guest) * (guest.held() + guest.count(PageState.SHARED));
            least[i] = guest.terms().reserve();
            most[i] = Math.min(wanted(guest), guest.limit());
        }
        return new Allocation(shares, active, least, most, tax);
    }

    /** The frames that a guest would hold if nothing were ballooned or swapped. */
    private static int wanted(GuestMemory guest) {
        return guest.pages() - guest.count(PageState.UNTOUCHED) - guest.count(PageState.SHARED);
    }

    @Override
    public void changed() {
        if (states.changed(memory.free())) {
            rebalance.cancel();
            rebalance.armAfter(0);
        }
    }

    @Override
    public void makeRoom(GuestMemory guest, int frames) {
        if (guest.limit() - guest.held() < frames) {
            swapping.outOf(guest, frames);
        } else {
            swapping.free(frames - memory.free(), targets);
        }
    }

    @Override
    public boolean admits(GuestMemory guest) {
        int number = memory.guests().indexOf(guest);
        return !states.blocks() || number >= targets.length || guest.held() <= targets[number];
    }

    @Override
    public double active(GuestMemory guest) {
        return use.active(memory.guests().indexOf(guest));
    }

    @Override
    public int readAround() {
        return 1;
    }

    @Override
    public boolean keepsSlots() {
        return false;
    }

    @Override
    public double balloonShare() {
        return balloonShare;
    }

    @Override
    public boolean drivesBalloons() {
        return true;
    }

    @Override
    public boolean ordersPages() {
        return false;
    }
}
