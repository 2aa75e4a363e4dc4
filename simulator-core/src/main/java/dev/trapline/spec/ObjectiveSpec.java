package dev.trapline.spec;

import java.util.List;

/**
 * The largest whole value of a key path at which all constraints hold.
 *
 * @param path what is as large as possible, one of the axes of the experiment
 * @param least where the search begins
 * @param most where it ends
 * @param mostReplications that are made of a value which replications so far do not decide
 */
public record ObjectiveSpec(String path, long least, long most, List<Constraint> constraints, int mostReplications) {
    public ObjectiveSpec {
        constraints = List.copyOf(constraints);
        if (constraints.isEmpty() || least < 0 || most < least || mostReplications < 2) {
            throw new IllegalArgumentException("an objective needs a constraint, an order and two replications, got "
                    + constraints + ", " + least + " to " + most + " and " + mostReplications);
        }
    }

    /**
     * A figure that must keep a bound.
     *
     * @param guest the guest group, or empty for the machine's
     * @param unit of the bound, in which results hold the figure
     * @param isMost whether the figure must be at most so large, else at least
     * @param text as written: {@code web.latency.p95 at most 1 s}
     */
    public record Constraint(String guest, String metric, String unit, double bound, boolean isMost, String text) {
        /** {@code web.latency.p95}. */
        public String name() {
            return guest.isEmpty() ? metric : guest + "." + metric;
        }
    }
}
