package dev.trapline.cli.validation;

import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.catalogue.Census;
import java.util.List;

/**
 * All that a validation found, without anything that depends on the machine it ran on.
 *
 * @param quick whether runs were shortened
 * @param catalogueHash of all entries of the catalogue, and of those that belong to one published experiment
 * @param publishedHash of the published tables and of the scenarios that rerun them
 */
public record Validation(
        boolean quick,
        String catalogueHash,
        String publishedHash,
        List<Rerun> reruns,
        List<Fitted> fitted,
        List<BasisCount> bases) {

    public static Validation of(boolean quick, ScenarioReader reader, List<Rerun> reruns) {
        Census census = reader.census();
        return new Validation(
                quick,
                census.hash(),
                reader.publishedHash(),
                List.copyOf(reruns),
                Fitted.of(census, reader.catalogue().published()),
                BasisCount.of(reader.catalogue(), census));
    }

    public List<Row> rows() {
        return reruns.stream().flatMap(rerun -> rerun.rows().stream()).toList();
    }

    public Score score() {
        return new Score(rows(), fitted);
    }
}
