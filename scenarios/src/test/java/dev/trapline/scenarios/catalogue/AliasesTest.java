package dev.trapline.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AliasesTest {
    private static final String ENGINE = "{ platform: engine }";
    private static final String COSTS =
            "a: { value: 1, basis: measured, source: paper }, b: { value: 1, basis: vendor, source: paper }, "
                    + "c: { value: 1, basis: derived, source: paper }";
    private static final String LIMITS = "limits: [{ rule: x, source: manual }, { rule: y, source: manual }]";

    private static Optional<String> engine(String platform, Map<String, String> files) {
        return new Aliases(name -> Optional.ofNullable(files.get(name)).map(AliasesTest::tree)).engine(platform);
    }

    private static Mapping tree(String text) {
        return (Mapping) YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), new Problems()).orElseThrow();
    }

    private static Optional<String> engineOf(String rest) {
        return engine("own", Map.of("engine", ENGINE, "own", "{ platform: own, extends: engine, " + rest + " }"));
    }

    @Test
    void fiveCostsOrRulesWithASourceMakeAPlatformItsOwn() {
        assertThat(engineOf("costs: { " + COSTS + " }, " + LIMITS)).isEmpty();
        assertThat(engineOf("costs: { " + COSTS + " }, limits: [{ rule: x, source: manual }]")).contains("engine");
        assertThat(engineOf("costs: {}")).contains("engine");
    }

    @Test
    void whatIsAssumedDoesNotCount() {
        String assumed = ", d: { value: 1, basis: assumed, source: assumption }, e: { value: 1, basis: assumed, source: paper }";
        assertThat(engineOf("costs: { " + COSTS + assumed + " }")).contains("engine");
        assertThat(engineOf("costs: { " + COSTS + " }, " + LIMITS.replace("source: manual }]", "source: assumption }]")))
                .contains("engine");
    }

    @Test
    void costsOfModesCount() {
        assertThat(engineOf("modes: [{ costs: { " + COSTS + " } }], " + LIMITS)).isEmpty();
    }

    @Test
    void anAliasOfAnAliasIsOneOfTheEngine() {
        assertThat(engine("c", Map.of("engine", ENGINE, "b", "{ platform: b, extends: engine }", "c", "{ platform: c, extends: b }")))
                .contains("engine");
    }

    @Test
    void aHypervisorWithoutEngineOrSourcesIsNotJudgedEither() {
        String rest = ", kind: hosted, costs: { " + COSTS + " }, ";
        assertThat(engine("own", Map.of("own", "{ platform: own" + rest + LIMITS + " }"))).isEmpty();
        assertThat(engine("own", Map.of("own", "{ platform: own" + rest + "limits: [] }"))).contains("own");
        assertThat(engine("own", Map.of("own", "{ platform: own, kind: native, costs: {} }"))).isEmpty();
    }
}
