package dev.trapline.reports.page;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Explanation;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a request takes longer or shorter than on the reference, in words and in order of size, with the sum of all parts.
 *
 * @param reference in words; empty if nothing is compared
 * @param groups one for each setting and kind of request
 */
public record DifferenceSection(String reference, List<Group> groups) {
    private static final int MOST_SETTINGS = 12;
    private static final int MOST_IN_SENTENCE = 4;
    private static final int MOST_ROWS = 12;
    private static final int DIGITS = 4;
    private static final double LEAST_SHARE = 0.02;
    private static final double UNSEEN = 1e-4;

    /** The platforms of one setting and kind of request. */
    public record Group(String at, List<Account> accounts) {}

    /**
     * One platform's difference.
     *
     * @param isTold whether it is more than the noise of the run
     * @param sum all rows together, and {@code check} what they have to be
     */
    public record Account(
            String name, String sentence, boolean isTold, List<Row> rows, String work, String waiting, String sum, String check, boolean addsUp) {}

    /** One cause in milliseconds; {@code percent} of 0 to 100 for the length of a bar. */
    public record Row(String cause, String work, String waiting, String sum, String share, int percent, boolean takesAway) {}

    static DifferenceSection of(Digest digest) {
        List<Group> groups = new ArrayList<>();
        for (Grid.Setting setting :
                digest.grid().settings().stream().limit(MOST_SETTINGS).toList()) {
            int point = setting.deciding().point();
            List<Explanation> all = Explanation.of(digest, point);
            List<Object> kinds = all.stream().<Object>map(Explanation::kind).distinct().toList();
            for (Object kind : kinds) {
                List<Explanation> own =
                        all.stream().filter(it -> it.kind().equals(kind)).toList();
                String at = digest.grid().words(setting, setting.deciding());
                groups.add(new Group(
                        own.get(0).kind().title(kinds.size(), at),
                        own.stream().map(it -> account(digest, it, point)).toList()));
            }
        }
        return new DifferenceSection(digest.reference().map(it -> it.name()).orElse(""), groups);
    }

    private static Account account(Digest digest, Explanation it, int point) {
        int decimals = Figures.decimals(it.changed(), DIGITS);
        List<Row> rows = new ArrayList<>();
        it.causes().stream().limit(MOST_ROWS).forEach(cause -> rows.add(row(it, cause, decimals)));
        List<Explanation.Cause> rest = it.causes().stream().skip(MOST_ROWS).toList();
        if (!rest.isEmpty()) {
            double work = rest.stream().mapToDouble(Explanation.Cause::work).sum();
            double waiting = rest.stream().mapToDouble(Explanation.Cause::waiting).sum();
            String name = rest.size() + (rest.size() == 1 ? " smaller part" : " smaller parts");
            rows.add(row(it, new Explanation.Cause("", name, work, waiting), decimals));
        }
        return new Account(
                it.contender().name(),
                sentence(digest, it, point),
                !isUnseen(it) && !isNoise(digest, it, point),
                rows,
                signed(it.causes().stream().mapToDouble(Explanation.Cause::work).sum(), decimals),
                signed(it.causes().stream().mapToDouble(Explanation.Cause::waiting).sum(), decimals),
                it.addsUp()
                        ? Figures.difference(it.mean(), it.referenceMean(), decimals)
                        : signed(it.sum(), decimals),
                check(it, decimals),
                it.addsUp());
    }

    private static Row row(Explanation it, Explanation.Cause cause, int decimals) {
        double share = it.changed() > 0 ? Math.abs(cause.sum()) / it.changed() : 0;
        return new Row(
                cause.words(),
                signed(cause.work(), decimals),
                signed(cause.waiting(), decimals),
                signed(cause.sum(), decimals),
                it.isWithDifference(cause.sum()) ? Figures.percent(share) : "",
                (int) Math.round(100 * Math.min(1, share)),
                cause.sum() < 0);
    }

    private static String check(Explanation it, int decimals) {
        String means = Figures.fixed(it.mean(), decimals) + " \u2212 " + Figures.fixed(it.referenceMean(), decimals) + " = "
                + Figures.difference(it.mean(), it.referenceMean(), decimals);
        return it.addsUp()
                ? "All " + it.causes().size() + " parts add up exactly to the difference of the mean latencies, " + means + " ms."
                : "The parts add up to " + Figures.value(it.sum()) + " ms, but the mean latencies differ by " + means + " ms.";
    }

    private static String sentence(Digest digest, Explanation it, int point) {
        if (isUnseen(it)) {
            return "changes a mean request of " + Figures.value(it.referenceMean(), 3) + " ms by less than 0.01 %.";
        }
        boolean adds = it.difference() >= 0;
        String change = Figures.value(Math.abs(it.difference()), 3) + " ms";
        String begin = (adds ? "adds " : "takes ") + change + (adds ? " to" : " from") + " a mean request of "
                + Figures.value(it.referenceMean(), 3) + " ms";
        if (isNoise(digest, it, point)) {
            return begin + ", within the noise of this run.";
        }
        List<Explanation.Cause> named = it.causes().stream()
                .filter(cause -> it.isWithDifference(cause.sum()))
                .filter(cause -> Math.abs(cause.sum()) >= LEAST_SHARE * it.changed())
                .limit(MOST_IN_SENTENCE)
                .toList();
        if (named.isEmpty() || it.changed() == 0) {
            return begin + ".";
        }
        String parts = named.stream()
                .map(cause -> Figures.percent(Math.abs(cause.sum()) / it.changed()) + " " + cause.words())
                .collect(Collectors.joining(", "));
        return begin + ": " + parts + ". " + waiting(it, adds);
    }

    private static boolean isUnseen(Explanation it) {
        return Math.abs(it.difference()) < UNSEEN * it.referenceMean();
    }

    private static boolean isNoise(Digest digest, Explanation it, int point) {
        return digest.difference(it.contender(), point, it.kind().guest(), "latency.mean")
                .filter(difference -> !Tone.isDecided(difference.verdict()))
                .isPresent();
    }

    /** How much of it is waiting, and how much goes the other way. */
    private static String waiting(Explanation it, boolean adds) {
        double waiting = it.causes().stream()
                .filter(cause -> it.isWithDifference(cause.sum()))
                .mapToDouble(cause -> Math.abs(cause.waiting()))
                .sum();
        double against = it.changed() - Math.abs(it.difference());
        String other = against > LEAST_SHARE * it.changed()
                ? " Other parts " + (adds ? "take " : "add ") + Figures.value(against, 3) + " ms."
                : "";
        String share = Figures.percent(Math.min(1, waiting / it.changed()));
        return share + " of it is waiting, the rest work." + other;
    }

    private static String signed(double milliseconds, int decimals) {
        String text = Figures.fixed(milliseconds, decimals);
        return milliseconds > 0 ? "+" + text : text;
    }
}
