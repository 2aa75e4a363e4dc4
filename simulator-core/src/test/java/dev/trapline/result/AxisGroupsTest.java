package dev.trapline.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AxisGroupsTest {
    private static final List<String> PATHS = List.of("a", "b", "c");

    private static AxisGroups of(String... points) {
        List<Map<String, String>> at = new ArrayList<>();
        for (String point : points) {
            String[] values = point.split(",");
            Map<String, String> values3 = new LinkedHashMap<>();
            for (int i = 0; i < PATHS.size(); i++) {
                values3.put(PATHS.get(i), values[i]);
            }
            at.add(values3);
        }
        return AxisGroups.of(PATHS, at);
    }

    @Test
    void pathsOfAGridAreFree() {
        AxisGroups groups = of("1,x,5", "1,y,5", "2,x,5", "2,y,5");
        assertThat(PATHS).allMatch(path -> groups.mates(path).isEmpty() && groups.canGrow(path));
    }

    @Test
    void oneMayGoAlongPathsInStepThatRise() {
        AxisGroups groups = of("1,10 ms,x", "2,10 ms,x", "4,30 ms,x", "1,10 ms,y", "2,10 ms,y", "4,30 ms,y");
        assertThat(groups.mates("a")).containsExactly("b");
        assertThat(groups.mates("c")).isEmpty();
        assertThat(groups.canGrow("a")).isTrue();
        assertThat(groups.canGrow("b")).as("at 10 ms there are two of a").isFalse();
    }

    @Test
    void oneMayNotGoAlongWhatGoesUpAndDown() {
        AxisGroups groups = of("1,10 ms,x", "2,30 ms,x", "4,20 ms,x");
        assertThat(groups.mates("a")).containsExactly("b");
        assertThat(groups.canGrow("a")).isFalse();
    }

    @Test
    void oneMayNotGoAlongNames() {
        assertThat(of("1,x,5", "2,y,5", "4,z,5").canGrow("a")).isFalse();
    }

    @Test
    void ofASampleAllAreTogether() {
        AxisGroups groups = of("1,30,2", "2,10,1", "3,40,2", "4,20,1");
        assertThat(groups.mates("a")).containsExactly("b", "c");
        assertThat(PATHS).noneMatch(groups::canGrow);
    }
}
