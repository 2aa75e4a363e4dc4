package dev.trapline.memory;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.random.KeyedSource;
import java.util.function.BooleanSupplier;

/**
 * Looks at pages chosen at random, so many a second of each guest and of all, and lets those with the same contents share a
 * frame (Waldspurger 2002, section 4). How fast it saves memory depends on its rate, how much on the sameness of pages.
 */
final class PageSharing {
    private static final long LOOK_PICOS = 100 * Time.PICOS_PER_MILLI;
    private static final double LOOKS_PER_SECOND = 10;

    private final HostMemory memory;
    private final KeyedSource draws;
    private final Chores chores;
    private final BooleanSupplier breaksLargePages;
    private final double eachPerSecond;
    private final double allPerSecond;
    private final Timer timer;
    private double owed;

    /** @param breaksLargePages whether memory is so short that large pages are broken up */
    PageSharing(
            HostMemory memory,
            KeyedSource draws,
            Chores chores,
            BooleanSupplier breaksLargePages,
            double eachPerSecond,
            double allPerSecond) {
        this.breaksLargePages = breaksLargePages;
        this.memory = memory;
        this.draws = draws;
        this.chores = chores;
        this.eachPerSecond = eachPerSecond;
        this.allPerSecond = allPerSecond;
        timer = memory.simulation().newTimer("page sharing", Phase.OBSERVE, this::look);
    }

    void start() {
        if (!memory.guests().isEmpty() && Math.min(eachPerSecond, allPerSecond) > 0) {
            timer.armAfter(LOOK_PICOS);
        }
    }

    private void look() {
        timer.armAfter(LOOK_PICOS);
        owed += Math.min(eachPerSecond, allPerSecond / memory.guests().size()) / LOOKS_PER_SECOND;
        int each = (int) owed;
        owed -= each;
        for (int guest = 0; guest < memory.guests().size(); guest++) {
            for (int i = 0; i < each; i++) {
                scan(memory.guests().get(guest), draws.nextInt(memory.guests().get(guest).pages()));
            }
        }
        chores.add(each * memory.guests().size());
        memory.settle();
    }

    /** Looks at one page; one inside a large page only where memory is short enough to break that up. */
    void scan(GuestMemory guest, int page) {
        int content = guest.content(page);
        boolean inLarge = guest.large().isWhole(page) && !breaksLargePages.getAsBoolean();
        if (content == SharedFrames.UNIQUE || guest.state(page) != PageState.RESIDENT || inLarge) {
            return;
        }
        SharedFrames shared = memory.shared();
        if (shared.references(content) > 0) {
            guest.share(page);
            return;
        }
        int hinted = shared.hint(content);
        GuestMemory other = hinted < 0 ? null : memory.guestOf(hinted);
        boolean another = other != null && hinted != guest.base() + page;
        if (another && other.holds(hinted - other.base(), content)) {
            other.share(hinted - other.base());
            guest.share(page);
        } else {
            shared.hint(content, guest.base() + page);
        }
    }
}
