package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PointSpec;
import dev.trapline.workload.GroupMeasure;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs them, and whatever runs beside them, the same clients ask for the same. */
class CommonNumbersTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    /** Cycles become time with a remainder that each core carries; a job's computing is some 1.2 ms. */
    private static final double ROUNDING = 10 * Time.PICOS_PER_NANO;

    /** What all jobs of a group asked for: computing in picoseconds. */
    private record Asked(long jobs, double computing) {}

    /** Platforms that execute in other orders: their clients wait for each other at other times. */
    @ParameterizedTest
    @ValueSource(strings = {"esx-3.5", "hyper-v-2008", "xenserver-4.1", "virtual-server-2005-r2-sp1"})
    void aPlatformThatReordersExecutionMovesNoDraw(String platform) {
        same(asked(Overrides.NONE.set("platforms", "[" + platform + "]")), asked(Overrides.NONE));
    }

    @Test
    void guestsBesideMoveNoDraw() {
        same(asked(Overrides.NONE.set("guests.more.count", "7")), asked(Overrides.NONE));
    }

    /** And what is compared here does differ where draws do. */
    @Test
    void anotherSeedMovesThemAll() {
        Asked own = asked(Overrides.NONE);
        Asked other = asked(new Overrides(
                Overrides.NONE.sets(), Overrides.NONE.varies(), Overrides.NONE.platforms(), OptionalLong.of(6),
                OptionalInt.empty(), false));
        assertThat(Math.abs(own.computing() - other.computing())).isGreaterThan(1_000 * ROUNDING);
    }

    private static void same(Asked own, Asked other) {
        assertThat(own.jobs()).isEqualTo(other.jobs()).isEqualTo(2 * 4 * 60);
        assertThat(own.computing()).isCloseTo(other.computing(), within(ROUNDING));
    }

    private static Asked asked(Overrides overrides) {
        Experiment experiment = ScenarioReader.standard(VOCABULARY)
                .read("src/test/resources/model/drawn-jobs.yaml", overrides)
                .value()
                .experiment();
        PointSpec point = experiment.points().get(0);
        Site site = new SiteAssembly(point, point.platforms().get(0), VOCABULARY, experiment.settings().seed(), 0).assemble();
        site.simulation().runUntil(5 * Time.PICOS_PER_SECOND);
        GroupMeasure load = site.measures().get(0);
        double computing = 0;
        for (int slot = 0; slot < site.slots().size(); slot++) {
            if (site.slots().get(slot).mechanism().equals("computing") && !site.slots().get(slot).waiting()) {
                computing += load.picos(slot);
            }
        }
        return new Asked(load.completed(), computing);
    }
}
