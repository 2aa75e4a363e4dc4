package dev.trapline.memory;

/**
 * What one guest's memory is like now, in pages.
 *
 * @param held frames of its own
 * @param shared pages backed by frames that others share
 * @param saved what sharing saves of frames, as its part of what all who share them save
 * @param active what its platform believes to be in use
 * @param large pages backed by large ones
 */
public record MemoryFacts(int held, int shared, double saved, int ballooned, int swapped, double active, int large) {

    /** Counts them. */
    public static MemoryFacts of(GuestMemory guest, HostMemory host) {
        double saved = 0;
        int large = 0;
        for (int page = 0; page < guest.pages(); page++) {
            if (guest.state(page) == PageState.SHARED) {
                saved += 1 - 1.0 / host.shared().references(guest.content(page));
            }
            large += guest.isBacked(page) && guest.large().isWhole(page) ? 1 : 0;
        }
        int shared = guest.count(PageState.SHARED);
        return new MemoryFacts(
                guest.held(),
                shared,
                saved,
                guest.count(PageState.BALLOONED),
                guest.count(PageState.SWAPPED),
                host.policy().active(guest) * (guest.held() + shared),
                large);
    }
}
