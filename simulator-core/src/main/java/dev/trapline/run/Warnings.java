package dev.trapline.run;

import dev.trapline.spec.Experiment;
import dev.trapline.spec.GuestSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reader of the results must know before quoting them, in sentences. */
final class Warnings {
    /** A percentage below which lost packets would not change a stream much. */
    private static final double MUCH_HELD_BACK = 1;

    private Warnings() {}

    static List<String> of(Experiment experiment, Cells cells) {
        List<String> warnings = new ArrayList<>();
        if (experiment.settings().replications() == 1) {
            warnings.add("One replication gives no intervals; ask for at least three.");
        }
        aliases(cells).forEach((label, engine) -> warnings.add(label.equals(engine)
                ? label + " states fewer than five costs or rules with a source, so it has no verdict."
                : label + " is an alias of " + engine
                        + " (its file states fewer than five costs or rules of its own with a source), so it has no verdict of"
                        + " its own; see " + engine + "."));
        for (Cell cell : cells.all()) {
            String where = cell.platform().fullName() + at(cell);
            for (String guest : cell.saturated()) {
                warnings.add(where + ": '" + guest + "' is saturated, limited by "
                        + cell.words().get(MetricKey.ofMachine("limited-by", "")) + "; it has no steady state and no latency.");
            }
            heldBack(cell).filter(share -> share >= MUCH_HELD_BACK).ifPresent(share -> warnings.add(where + ": "
                    + StrictMath.round(share) + " % of the packets found the receive ring of their interface full. TCP's are not lost"
                    + " here but wait, so that its figures are better than they can be."));
            said(cell, "warm-up").filter(words -> words.contains("has not settled")).ifPresent(words -> warnings.add(
                    where + ": the warm-up is " + words + "; lengthen the run."));
            said(cell, "precision").filter(words -> words.startsWith("not reached")).ifPresent(words -> warnings.add(
                    where + ": the precision was " + words + "."));
            for (GuestSpec guest : cell.point().guests()) {
                String doubt = cell.steadyState(guest.name());
                if (!doubt.isEmpty() && !cell.saturated().contains(guest.name())) {
                    warnings.add(where + ": whether '" + guest.name() + "' has a steady state " + doubt + "; lengthen the run.");
                }
                if (endedNothing(cell, guest)) {
                    warnings.add(where + ": no request of '" + guest.name() + "' ended within the run; lengthen its duration.");
                }
            }
        }
        return warnings;
    }

    /** On the host where it is most, in percent. */
    private static Optional<Double> heldBack(Cell cell) {
        return cell.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().metric().endsWith("nic.held-back"))
                .map(entry -> entry.getValue().estimate(0.95).mean())
                .max(Double::compare);
    }

    private static Optional<String> said(Cell cell, String name) {
        return Optional.ofNullable(cell.words().get(MetricKey.ofMachine(name, "")));
    }

    private static Map<String, String> aliases(Cells cells) {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (Cell cell : cells.all()) {
            if (!cell.platform().aliasOf().isEmpty()) {
                aliases.put(cell.platform().label(), cell.platform().aliasOf());
            }
        }
        return aliases;
    }

    private static String at(Cell cell) {
        return cell.point().at().isEmpty() ? "" : " at " + String.join(", ", cell.point().at().values());
    }

    private static boolean endedNothing(Cell cell, GuestSpec guest) {
        return cell.metric(guest.name(), "throughput")
                .filter(entry -> entry.getValue().estimate(0.95).mean() == 0)
                .isPresent();
    }
}
