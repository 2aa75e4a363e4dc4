package dev.trapline.scenarios;

import dev.trapline.platform.Limits;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Assembles each platform of a point with one guest of each group, and runs nothing: whatever a technique, a mix or a path
 * misses is found here, with the place of the platform, and not in the middle of a run.
 */
final class TrialAssembly {
    /** Points beyond these differ in counts most often; a run finds what they miss. */
    private static final int MOST_TRIALS = 500;

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Set<String> said = new LinkedHashSet<>();
    private int trials;

    TrialAssembly(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check(PointSpec point, PlatformSpec platform, Place place) {
        if (!problems.isEmpty() || trials >= MOST_TRIALS
                || Limits.check(point, platform, vocabulary).stream().anyMatch(refusal -> !refusal.violation().weight().runs(false))) {
            return;
        }
        trials++;
        List<GuestSpec> ones = point.guests().stream().map(TrialAssembly::few).toList();
        PointSpec small =
                new PointSpec(point.index(), point.at(), point.hosts(), point.networkPicos(), point.platforms(), ones);
        try {
            new SiteAssembly(small, platform, vocabulary, 0, 0).assemble();
        } catch (IllegalArgumentException | ArithmeticException e) {
            if (said.add(platform.label() + e.getMessage())) {
                problems.add(place, platform.label(), e.getMessage());
            }
        }
    }

    /** One guest of a group, or one on each host where it has any. */
    private static GuestSpec few(GuestSpec guest) {
        int count = Math.min(guest.count(), Math.max(1, guest.on().size()));
        return guest.with(count, guest.devices());
    }
}
