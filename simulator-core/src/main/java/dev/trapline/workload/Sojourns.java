package dev.trapline.workload;

import dev.trapline.engine.Time;
import dev.trapline.measure.TimeWeighted;
import dev.trapline.measure.WideSum;
import dev.trapline.work.Trail;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The requests of a group that are inside, and Little's law as an identity (Little 1961): over any window the integral of their
 * number over time is the sum of those parts of their stays that lie in the window, to the picosecond. The two sides are counted
 * apart, the number when requests come and go, the stays from what trails hold when they leave or the window ends; so a request that
 * is lost, answered twice, or accounted for beyond its stay is found.
 */
final class Sojourns {
    private final String group;
    private final TimeWeighted number;
    private final WideSum stays = new WideSum();
    private Request[] inside = new Request[16];
    private int size;
    private long since;

    Sojourns(String group) {
        this.group = group;
        number = TimeWeighted.of("requests of '" + group + "'", 0, 0);
    }

    int inside() {
        return size;
    }

    void enters(Request request, long now) {
        if (request.place() >= 0) {
            throw new IllegalStateException("a request of '" + group + "' enters and is inside");
        }
        if (size == inside.length) {
            inside = Arrays.copyOf(inside, size * 2);
        }
        inside[size] = request;
        request.placed(size++);
        number.add(now, 1);
    }

    void leaves(Request request, long now) {
        int place = request.place();
        if (place < 0) {
            throw new IllegalStateException("a request of '" + group + "' leaves and is not inside");
        }
        request.placed(-1);
        Request last = inside[--size];
        inside[size] = null;
        if (last != request) {
            inside[place] = last;
            last.placed(place);
        }
        number.add(now, -1);
        stays.add(now - Math.max(since, request.beginning().since()));
    }

    /** A window begins. */
    void reset(long now) {
        number.reset(now);
        stays.clear();
        since = now;
    }

    /** Throws if number and stays of the window that ends now disagree. */
    void check(long now) {
        WideSum all = new WideSum();
        all.add(stays);
        for (int i = 0; i < size; i++) {
            all.add(stay(inside[i], now));
        }
        BigInteger integral = number.integral(now);
        if (!integral.equals(all.exact())) {
            throw new IllegalStateException("requests of '" + group + "' were inside for " + all.exact()
                    + " ps between " + Time.format(since) + " and " + Time.format(now) + ", the integral of their number is " + integral
                    + " ps");
        }
    }

    /** The part within the window of the stay of a request that has not left: what its trail holds, and what it has not yet accounted for. */
    private long stay(Request request, long now) {
        Trail trail = request.trail();
        long came = request.beginning().since();
        long parts = trail.picosAfter(request.beginning());
        if (trail.since() > now || parts != trail.since() - came) {
            throw new IllegalStateException("a request of '" + group + "' came at " + Time.format(came) + ", is accounted for until "
                    + Time.format(trail.since()) + " of " + Time.format(now) + ", and its parts add up to " + Time.format(parts));
        }
        return parts + (now - trail.since()) - Math.max(0, since - came);
    }
}
