package dev.trapline.scenarios.expect;

import dev.trapline.result.AxisGroups;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How figures should move along a varied key path, for each platform, variant and setting of the other paths. */
record ShapeExpected(Form form) implements Expected {
    /** Flat is a spread of at most this part of the largest figure. */
    private static final double FLAT = 0.05;

    /** {@code rising over guests.load.count}. */
    record Form(String word, String path) {
        private static final Pattern TEXT = Pattern.compile("(rising|falling|flat) over (\\S.*)");

        static Form of(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "'shape' must be like 'rising over guests.load.count' (rising, falling, flat), got '" + text + "'");
            }
            return new Form(parts.group(1), parts.group(2));
        }
    }

    @Override
    public Finding compare(Subject subject, Results results) {
        Map<String, List<Results.Metric>> curves = curves(subject.figures(results), results);
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (Map.Entry<String, List<Results.Metric>> curve : curves.entrySet()) {
            if (curve.getValue().size() > 1) {
                judged++;
                if (!fits(curve.getValue())) {
                    wrong.add(curve.getKey() + ": " + String.join(", ", curve.getValue().stream().map(Figures::shown).toList()));
                }
            }
        }
        if (judged == 0) {
            return new Finding(false, curves.isEmpty() ? subject.absence(results) : "one figure alone has no shape");
        }
        return new Finding(wrong.isEmpty(), wrong.isEmpty() ? form.word() + " in all " + judged + " curves" : String.join("; ", wrong));
    }

    /** The figures of each curve, in the order of the varied values. */
    private Map<String, List<Results.Metric>> curves(List<Results.Metric> figures, Results results) {
        Map<String, List<Results.Metric>> curves = new LinkedHashMap<>();
        AxisGroups groups = AxisGroups.of(results);
        for (String value : results.axes().getOrDefault(form.path(), List.of())) {
            for (Results.Metric row : figures) {
                Map<String, String> point = Subject.point(row, results);
                if (value.equals(point.get(form.path()))) {
                    curves.computeIfAbsent(curve(row, others(form.path(), point, groups)), name -> new ArrayList<>()).add(row);
                }
            }
        }
        return curves;
    }

    /** What says on which curve over a path a point is: the paths that neither are it nor go along with it. */
    static Map<String, String> others(String path, Map<String, String> point, AxisGroups groups) {
        Map<String, String> others = new LinkedHashMap<>(point);
        others.remove(path);
        others.keySet().removeAll(groups.canGrow(path) ? groups.mates(path) : Set.of());
        return others;
    }

    private static String curve(Results.Metric row, Map<String, String> others) {
        StringBuilder name = new StringBuilder(row.platform());
        name.append(row.variant().isEmpty() ? "" : " (" + row.variant() + ")");
        others.forEach((path, value) -> name.append(", ").append(path).append(' ').append(value));
        return name.toString();
    }

    private boolean fits(List<Results.Metric> curve) {
        if (form.word().equals("flat")) {
            double least = curve.stream().mapToDouble(Results.Metric::mean).min().orElse(0);
            double most = curve.stream().mapToDouble(Results.Metric::mean).max().orElse(0);
            return most - least <= FLAT * Math.max(Math.abs(most), Math.abs(least));
        }
        boolean rising = form.word().equals("rising");
        boolean fits = moves(curve.get(0), curve.get(curve.size() - 1), rising);
        for (int i = 0; i + 1 < curve.size(); i++) {
            fits &= !turns(curve.get(i), curve.get(i + 1), rising);
        }
        return fits;
    }

    private static boolean moves(Results.Metric first, Results.Metric last, boolean rising) {
        return rising ? first.mean() < last.mean() : first.mean() > last.mean();
    }

    /** Whether a step goes the wrong way by more than the two intervals allow. */
    private static boolean turns(Results.Metric from, Results.Metric to, boolean rising) {
        return rising ? to.high() < from.low() : to.low() > from.high();
    }
}
