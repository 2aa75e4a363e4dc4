package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes how busy machines were over time, at the points that decide: those that verdicts speak of, else each setting's last. */
final class SeriesWriter {
    private final Grid grid;
    private final Cells cells;

    SeriesWriter(Grid grid, Cells cells) {
        this.grid = grid;
        this.cells = cells;
    }

    List<Results.Series> series(List<Results.Verdict> verdicts) {
        Set<Integer> points = points(verdicts);
        List<Results.Series> series = new ArrayList<>();
        for (Cell cell : cells.all()) {
            if (points.contains(cell.point().index())) {
                cell.timeline().forEach(line -> series.add(series(cell, line)));
            }
        }
        return series;
    }

    private Set<Integer> points(List<Results.Verdict> verdicts) {
        Set<Integer> points = new TreeSet<>();
        verdicts.forEach(verdict -> points.add(verdict.point()));
        for (List<PointSpec> setting : grid.settings().values()) {
            if (setting.stream().noneMatch(point -> points.contains(point.index()))) {
                points.add(setting.get(setting.size() - 1).index());
            }
        }
        return points;
    }

    private static Results.Series series(Cell cell, Timeline.Line line) {
        return new Results.Series(
                cell.platform().label(),
                cell.platform().variant(),
                cell.point().index(),
                line.name(),
                "%",
                Arrays.stream(line.endsPicos()).mapToObj(picos -> (double) picos / Time.PICOS_PER_SECOND).toList(),
                Arrays.stream(line.perMille()).mapToObj(perMille -> perMille / 10.0).toList());
    }
}
