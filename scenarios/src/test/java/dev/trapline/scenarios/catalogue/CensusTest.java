package dev.trapline.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.SmallCatalogue;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.YamlReader;
import dev.trapline.spec.Basis;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CensusTest {
    private static Mapping tree(String text) {
        return (Mapping) YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), new Problems()).orElseThrow();
    }

    private static Census with(String text) {
        return Census.of(SmallCatalogue.catalogue(), Map.of("paper/load", tree(text)));
    }

    @Test
    void numbersAreCountedWhereTheyAreWritten() {
        Census census = with("{ workload: load, mixes: { m: { a: { value: 1, basis: measured, source: s }, "
                + "b: { value: 2, basis: assumed, source: t, fitted-to: paper/table } } } }");
        assertThat(census.byBasis("paper/load")).containsEntry(Basis.MEASURED, 1).containsEntry(Basis.ASSUMED, 1).containsEntry(Basis.DERIVED, 0);
        assertThat(census.ofFolder(Census.PUBLISHED)).containsEntry(Basis.ASSUMED, 1);
        assertThat(census.fitted().get("paper/table")).extracting(Census.Item::name).containsExactly("b");
    }

    @Test
    void whatAnAnchorRepeatsCountsOnce() {
        Census census = with("platform: p\nmodes: [{ costs: &c { a: { value: 1 cycles, basis: vendor, source: s } } }, { costs: *c }]\n");
        assertThat(census.byBasis("paper/load")).containsEntry(Basis.VENDOR, 1);
    }

    @Test
    void everyValueChangesTheHashAndNoCommentDoes() {
        String hash = with("{ workload: w, mixes: { m: { a: { value: 1, basis: measured, source: s } } } }").hash();
        assertThat(with("# a comment\n{ workload: w, mixes: { m: { a: { value: 1, basis: measured, source: s } } } }").hash()).isEqualTo(hash);
        assertThat(with("{ workload: w, mixes: { m: { a: { value: 2, basis: measured, source: s } } } }").hash()).isNotEqualTo(hash);
        assertThat(Census.of(SmallCatalogue.catalogue()).hash()).isNotEqualTo(hash);
    }

    @Test
    void aScenarioOfAnExperimentIsNoEntry() {
        assertThat(with("{ scenario: s, machine: m }").hash()).isEqualTo(Census.of(SmallCatalogue.catalogue()).hash());
    }
}
