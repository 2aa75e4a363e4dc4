package dev.trapline.memory;

/**
 * How many frames each guest should have when they do not suffice, by min-funding revocation with the idle tax (Waldspurger
 * 2002, section 5): a frame is taken from the guest that pays least for one, which is
 *
 * <pre>rho = S / (P (f + k (1 - f))),    k = 1 / (1 - tau)</pre>
 *
 * for S shares, P pages of which the part f is active, and the tax rate tau. Taking goes on until all fits; then those from
 * which something was taken pay the same, so the end is found at once: with A = f P active pages, P = (S / rho + (k - 1) A) / k.
 */
final class Allocation {
    private static final int HALVINGS = 80;

    private final double[] shares;
    private final double[] active;
    private final int[] least;
    private final int[] most;
    private final double price;
    private final int[] pages;

    /**
     * @param shares of each guest
     * @param active how many of its pages are active
     * @param least frames that nobody takes from it
     * @param most frames that it has use for
     * @param tax the part of its idle pages that may be taken from it
     */
    Allocation(double[] shares, double[] active, int[] least, int[] most, double tax) {
        this.shares = shares;
        this.active = active;
        this.least = least;
        this.most = most;
        price = 1 / (1 - tax);
        pages = new int[shares.length];
    }

    /** What a guest pays for a frame: shares for each page, an idle page counted k times. */
    double rho(int guest, int pages) {
        double used = Math.min(active[guest], pages);
        return shares[guest] / (used + price * (pages - used));
    }

    /** The frames of each, in all at most {@code available} unless what nobody may take is more than that. */
    int[] of(long available) {
        if (sum(most) <= available) {
            return most.clone();
        }
        double cheap = 0;
        double dear = 1;
        while (sum(at(dear)) > available && dear < 1e12) {
            dear *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (cheap + dear) / 2;
            if (sum(at(middle)) > available) {
                cheap = middle;
            } else {
                dear = middle;
            }
        }
        return at(dear);
    }

    /** The frames of each when all pay this much, until it is asked again. */
    private int[] at(double rho) {
        for (int i = 0; i < pages.length; i++) {
            double paid = (shares[i] / rho + (price - 1) * active[i]) / price;
            // below its active pages a guest has no idle ones, and pays S / P
            double wanted = paid < active[i] ? shares[i] / rho : paid;
            pages[i] = (int) Math.max(Math.min(least[i], most[i]), Math.min(most[i], wanted));
        }
        return pages;
    }

    private static long sum(int[] pages) {
        long sum = 0;
        for (int each : pages) {
            sum += each;
        }
        return sum;
    }
}
