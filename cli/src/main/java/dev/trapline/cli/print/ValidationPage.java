package dev.trapline.cli.print;

import dev.trapline.cli.validation.Rerun;
import dev.trapline.cli.validation.Validation;
import java.util.ArrayList;
import java.util.List;

/** The page {@code docs/VALIDATION.md}: all of a validation, misses included. */
public final class ValidationPage {
    private static final List<String> INTRODUCTION = List.of(
            "# Measured against simulated",
            "",
            "Written by `./trapline validate --record \"WHAT CHANGED\"`, which reruns the published experiments in",
            "`scenarios/published`, keeps what it found in `docs/validation.json`, and adds a line to `CHANGELOG.md`; a test holds that",
            "neither the catalogue nor the experiments have changed since. `input` and `identify` set an experiment up and are not scored;",
            "costs may be fitted to `calibrate`; `consistency`, `order`, `rule` and `predict` may miss, and nothing was fitted to them. A",
            "`predict` row is scored by its ratio to native, where that was measured. What the kinds mean in full stands in",
            "[MODELS.md](MODELS.md#validation-what-a-row-may-claim).");

    private ValidationPage() {}

    public static String of(Validation validation) {
        List<String> lines = new ArrayList<>(INTRODUCTION);
        if (validation.quick()) {
            lines.addAll(List.of("", "**Of shortened runs (`--quick`).**"));
        }
        chapter(lines, "In all", ScoreLines.of(validation, true, false));
        lines.addAll(List.of(
                "",
                "## How the numbers of the catalogue are known",
                "",
                "The costs and rates that stand in each file itself, by basis; what is extended counts once, where it is",
                "written. `trapline",
                "show NAME` prints them with their sources.",
                ""));
        fenced(lines, ScoreLines.bases(validation.bases()));
        for (Rerun rerun : validation.reruns()) {
            chapter(lines, rerun.name(), ValidationTable.lines(rerun, 0, false));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void chapter(List<String> lines, String title, List<String> text) {
        lines.addAll(List.of("", "## " + title, ""));
        fenced(lines, text);
    }

    private static void fenced(List<String> lines, List<String> text) {
        lines.add("```");
        lines.addAll(text);
        lines.add("```");
    }
}
