package dev.trapline.run;

import dev.trapline.measure.Replications;
import dev.trapline.measure.Verdict;
import dev.trapline.result.Results;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is first at each point by the figure that verdicts speak of, what tells neighbours apart, and who cannot be told from the
 * best.
 *
 * <p>Which platforms are neighbours is seen in the same figures that are tested. So the family is all pairs of a ranking, not the
 * pairs of neighbours alone: whatever the order turns out to be, the comparisons that it asks for are among those corrected for.
 */
final class Rankings {
    private final Cells cells;
    private final double confidence;

    Rankings(Cells cells, double confidence) {
        this.cells = cells;
        this.confidence = confidence;
    }

    List<Results.Rank> of(List<PointSpec> points) {
        List<Results.Rank> ranks = new ArrayList<>();
        for (PointSpec point : points) {
            for (GuestSpec guest : point.guests()) {
                ranks.addAll(new Ranking(point, guest.name(), Verdicts.metric(guest)).ranks());
            }
        }
        return ranks;
    }

    private final class Ranking {
        private final PointSpec point;
        private final String guest;
        private final String metric;
        private final List<Cell> order = new ArrayList<>();
        private final List<Optional<Comparison>> compared;

        Ranking(PointSpec point, String guest, String metric) {
            this.point = point;
            this.guest = guest;
            this.metric = metric;
            for (Cell cell : cells.all()) {
                boolean ran = cell.point().index() == point.index() && cell.metric(guest, metric).isPresent();
                if (ran && cell.platform().aliasOf().isEmpty()) {
                    order.add(cell);
                }
            }
            // Stable, so that equals stand in the scenario's order, which says nothing: they share a rank.
            Comparator<Cell> rising = Comparator.comparingDouble(this::mean);
            order.sort(Comparisons.higherIsBetter(metric) ? rising.reversed() : rising);
            compared = Comparison.family(pairs(), confidence, Comparisons.higherIsBetter(metric));
        }

        /** Each with all that stand before it: the second with the first, the third with the first and the second, and so on. */
        private List<Comparison.Pair> pairs() {
            List<Comparison.Pair> pairs = new ArrayList<>();
            for (int later = 1; later < order.size(); later++) {
                for (int before = 0; before < later; before++) {
                    pairs.add(Comparison.Pair.of(order.get(later), order.get(before), guest, metric).orElseThrow());
                }
            }
            return pairs;
        }

        private Optional<Comparison> comparison(int later, int before) {
            return compared.get(later * (later - 1) / 2 + before);
        }

        List<Results.Rank> ranks() {
            List<Results.Rank> ranks = new ArrayList<>();
            int first = 0;
            for (int i = 0; i < order.size(); i++) {
                first = i > 0 && areEqual(order.get(i), order.get(first)) ? first : i;
                ranks.add(rank(i, first + 1));
            }
            return ranks;
        }

        private Results.Rank rank(int index, int rank) {
            Cell cell = order.get(index);
            Optional<Comparison> toBefore = index == 0 ? Optional.empty() : comparison(index, index - 1);
            boolean leads = index == 0
                    || comparison(index, 0).filter(it -> it.verdict() == Verdict.NO_DIFFERENCE_SHOWN).isPresent();
            return new Results.Rank(
                    point.index(),
                    guest,
                    metric,
                    rank,
                    cell.platform().label(),
                    cell.platform().variant(),
                    leads,
                    toBefore.isEmpty() ? "" : order.get(index - 1).platform().label(),
                    toBefore.isEmpty() ? "" : order.get(index - 1).platform().variant(),
                    toBefore.map(it -> it.ratio().mean()).orElse(1.0),
                    toBefore.map(it -> it.ratio().low()).orElse(1.0),
                    toBefore.map(it -> it.ratio().high()).orElse(1.0),
                    toBefore.map(it -> it.verdict().words()).orElse(""),
                    compared.size());
        }

        /** Figures that are the same, or that differ by no more than what one count at the end of the window is worth. */
        private boolean areEqual(Cell cell, Cell other) {
            double resolution = Comparison.Pair.of(cell, other, guest, metric).orElseThrow().resolution();
            return Math.abs(mean(cell) - mean(other)) <= resolution * (1 + Replications.ROUNDING);
        }

        private double mean(Cell cell) {
            return cell.metric(guest, metric).orElseThrow().getValue().estimate(confidence).mean();
        }
    }
}
