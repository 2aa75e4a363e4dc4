package dev.trapline.cli.validation;

import dev.trapline.result.Results;
import dev.trapline.scenarios.expect.Judgement;
import dev.trapline.scenarios.published.PublishedCell;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds what a predicted figure is to be compared with: what was measured natively at the same place. */
final class References {
    private static final String HIGHER_IS_FASTER = "throughput";
    private static final String IDLE = "idle";

    private record Reference(double measured, double simulated) {}

    private final Results results;
    private final List<Judgement> judgements;

    References(Results results, List<Judgement> judgements) {
        this.results = results;
        this.judgements = judgements;
    }

    /**
     * The ratio to native; empty where nothing was measured natively. What is a ratio already is its own; of an idle
     * share the busy share is compared, since that is what virtualization adds to.
     */
    Optional<Row.Ratio> ratio(Judgement predicted, Results.Metric figure) {
        Optional<Double> measured = predicted.valueIn(figure.unit());
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        boolean slower = !figure.metric().contains(HIGHER_IS_FASTER);
        if (!predicted.relativeTo().isEmpty()) {
            return usable(measured.get(), figure.mean(), slower);
        }
        boolean idle = figure.metric().endsWith(IDLE) && figure.unit().equals("%");
        if (figure.unit().equals("%") && !idle) {
            return Optional.empty();
        }
        return reference(predicted, figure).flatMap(other -> idle
                ? usable((100 - measured.get()) / (100 - other.measured()), (100 - figure.mean()) / (100 - other.simulated()), true)
                : usable(measured.get() / other.measured(), figure.mean() / other.simulated(), slower));
    }

    private static Optional<Row.Ratio> usable(double measured, double simulated, boolean slower) {
        boolean isUsable = measured > 0 && Double.isFinite(measured) && simulated > 0 && Double.isFinite(simulated);
        return isUsable ? Optional.of(new Row.Ratio(measured, simulated, slower)) : Optional.empty();
    }

    /** Of the same row and point if there is one, else of the same row, else of the same point. */
    private Optional<Reference> reference(Judgement predicted, Results.Metric figure) {
        BiPredicate<Judgement, Results.Metric> sameRow = (other, row) -> isSameRow(predicted, other);
        BiPredicate<Judgement, Results.Metric> samePoint = (other, row) -> row.point() == figure.point();
        return find(predicted, sameRow.and(samePoint))
                .or(() -> find(predicted, sameRow))
                .or(() -> find(predicted, samePoint));
    }

    private static boolean isSameRow(Judgement predicted, Judgement other) {
        Optional<PublishedCell> own = predicted.cell();
        Optional<PublishedCell> its = other.cell();
        return own.isPresent()
                && its.isPresent()
                && own.get().table().equals(its.get().table())
                && own.get().row().equals(its.get().row());
    }

    private Optional<Reference> find(Judgement predicted, BiPredicate<Judgement, Results.Metric> fits) {
        return judgements.stream()
                .filter(other -> !other.use().isScored() && other.relativeTo().isEmpty())
                .filter(other -> other.metric().equals(predicted.metric()))
                .flatMap(other -> other.figures().stream()
                        .map(Judgement.Figure::row)
                        .filter(row -> isNative(row.platform()) && fits.test(other, row))
                        .flatMap(row -> other.valueIn(row.unit()).map(value -> new Reference(value, row.mean())).stream()))
                .findFirst();
    }

    private boolean isNative(String platform) {
        return results.platforms().stream().anyMatch(it -> it.label().equals(platform) && it.kind().equals("native"));
    }
}
