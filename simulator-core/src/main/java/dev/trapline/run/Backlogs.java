package dev.trapline.run;

import dev.trapline.measure.Growth;
import dev.trapline.workload.GroupMeasure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many requests of each guest group are inside, at equal distances over the measured time. */
final class Backlogs {
    private final List<GroupMeasure> measures;
    private final long[][] inside;
    private int looks;

    /** Looks for the first time, as the measured time begins. */
    Backlogs(List<GroupMeasure> measures, int furtherLooks) {
        this.measures = measures;
        inside = new long[measures.size()][furtherLooks + 1];
        look();
    }

    void look() {
        for (int group = 0; group < inside.length; group++) {
            inside[group][looks] = measures.get(group).inside();
        }
        looks++;
    }

    /** By group; none if the run ended early, because all of its jobs were done. */
    Map<String, Growth.Backlog> byGroup() {
        Map<String, Growth.Backlog> backlogs = new LinkedHashMap<>();
        for (int group = 0; group < inside.length && looks == inside[group].length; group++) {
            GroupMeasure measure = measures.get(group);
            backlogs.put(measure.group(), new Growth.Backlog(Arrays.copyOf(inside[group], looks), measure.arrived()));
        }
        return backlogs;
    }
}
