package dev.trapline.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Measured;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.yaml.PackedShelf;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a number of the catalogue may be fitted to. */
final class FittedToTest {
    private static final String TABLES =
            """
            - id: p
              source: paper
              tables:
                - { id: p/steps, use: calibrate, columns: [step, xen], rows: [[call, 1]] }
                - { id: p/loads, use: predict, columns: [load, xen], rows: [[web, 1]] }
                - { id: p/scalar, use: identify, columns: [load, xen], rows: [[web, 1]] }
            """;

    private static void accept(String form, String table) {
        PublishedTables tables =
                PublishedTables.in(PackedShelf.of(Map.of("published.yaml", TABLES.getBytes(StandardCharsets.UTF_8))));
        Object value = form.equals("cost") ? new Measured(Dimension.CYCLES, 1000) : (Object) 1.0;
        Values values = Values.of(Map.of("value", value, "basis", "measured", "source", "paper", "fitted-to", table));
        CatalogueRules.of(Optional.empty(), tables).trials().get(form).accept("name", values);
    }

    @Test
    void costsAreFittedToSingleOperationsAlone() {
        assertThatCode(() -> accept("cost", "p/steps")).doesNotThrowAnyException();
        assertThatThrownBy(() -> accept("cost", "p/loads")).hasMessageContaining("nothing may be fitted to a table of kind [predict]");
        assertThatThrownBy(() -> accept("cost", "p/scalar")).hasMessageContaining("of kind [identify]");
        assertThatThrownBy(() -> accept("cost", "p/stepz")).hasMessageContaining("did you mean 'p/steps'?");
    }

    @Test
    void aRateMayBeIdentified() {
        assertThatCode(() -> accept("rate", "p/scalar")).doesNotThrowAnyException();
        assertThatThrownBy(() -> accept("rate", "p/loads")).hasMessageContaining("[predict]");
    }
}
