package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Mark;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;

/** The limits that an objective's search found, as marks of the lines along what was searched. */
record LimitMarks(Digest digest, List<Contender> contenders) {

    List<Mark> of(Grid.Setting setting) {
        List<Mark> marks = new ArrayList<>();
        for (Results.Limit limit : digest.results().limits()) {
            for (int c = 0; c < contenders.size(); c++) {
                if (contenders.get(c).owns(limit.platform(), limit.variant())) {
                    mark(limit, c, setting, marks);
                }
            }
        }
        return marks;
    }

    private static void mark(Results.Limit limit, int contender, Grid.Setting setting, List<Mark> marks) {
        for (Results.Visit visit : limit.visits()) {
            for (int s = 0; s < setting.stops().size(); s++) {
                if (visit.at() == limit.value() && setting.stops().get(s).point() == visit.point()) {
                    marks.add(new Mark(contender, s, "limit " + limit.value() + interval(limit), Sign.LIMIT));
                }
            }
        }
    }

    private static String interval(Results.Limit limit) {
        return limit.low() == limit.high() ? "" : " (" + limit.low() + " to " + limit.high() + ")";
    }
}
