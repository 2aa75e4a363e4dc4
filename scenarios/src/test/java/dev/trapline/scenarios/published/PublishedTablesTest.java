package dev.trapline.scenarios.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.yaml.PackedShelf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PublishedTablesTest {
    private static final String TABLE =
            """
            - id: paper
              source: paper-2001
              tables:
                - id: paper/steps
                  title: Steps
                  use: calibrate
                  columns: [step, native, product]
                  rows:
                    - [call, 1, 2.5]
                    - [fault, 2, null]
                - id: paper/loads
                  use: predict
                  use-by-row: [input, predict, identify]
                  columns: [load, cpu, figure]
                  rows:
                    - [alone, a, 3]
                    - [both, a, 4]
                    - [both, b, 5]
                - id: paper/columns
                  use: predict
                  use-by-column: { first: identify }
                  columns: [load, native, first, second, native-second]
                  rows:
                    - [web, 1, 2, 3, 4]
                    - [native on two, 1, 2, 3, 4]
            """;

    private static PublishedTables read(String text) {
        return PublishedTables.in(PackedShelf.of(Map.of("published.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> uses(PublishedTable table) {
        return table.cells().stream().map(cell -> cell.row() + "/" + cell.column() + " " + cell.use().word()).toList();
    }

    @Test
    void whatIsMeasuredNativelyIsInputAndTheRestWhatTheTableSays() {
        PublishedTable steps = read(TABLE).find("paper/steps").orElseThrow();
        assertThat(uses(steps))
                .containsExactly("call/native input", "call/product calibrate", "fault/native input", "fault/product calibrate");
        assertThat(steps.source()).isEqualTo("paper-2001");
        assertThat(steps.figures(Use.CALIBRATE)).as("the empty cell and native's are none to fit to").isOne();
        assertThat(steps.cell("fault", "product").orElseThrow().number()).isEmpty();
        assertThat(steps.cell("call", "product").orElseThrow().number()).hasValueSatisfying(
                number -> assertThat(number).isEqualByComparingTo("2.5"));
    }

    @Test
    void rowsAndColumnsMayDiffer() {
        PublishedTables tables = read(TABLE);
        assertThat(uses(tables.find("paper/loads").orElseThrow())).containsExactly(
                "alone/cpu input", "alone/figure input", "both / a/cpu predict", "both / a/figure predict",
                "both / b/cpu identify", "both / b/figure identify");
        assertThat(uses(tables.find("paper/columns").orElseThrow())).containsExactly(
                "web/native input", "web/first identify", "web/second predict", "web/native-second input",
                "native on two/native input", "native on two/first identify", "native on two/second input",
                "native on two/native-second input");
    }

    @Test
    void aCellMayDiffer() {
        String text = TABLE.replace("use: calibrate", "use: calibrate\n      use-by-cell: { call: { product: predict } }");
        assertThat(uses(read(text).find("paper/steps").orElseThrow()))
                .containsExactly("call/native input", "call/product predict", "fault/native input", "fault/product calibrate");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        String wrong = TABLE.replace("use: calibrate", "use: fit")
                .replace("[input, predict, identify]", "[input, predict]")
                .replace("{ first: identify }", "{ frist: identify }")
                .replace("[call, 1, 2.5]", "[call, 1]");
        assertThat(read(wrong).problems()).extracting(Problem::toString).containsExactly(
                "published.yaml:6:12: use: must be input, identify, calibrate, consistency, order, rule or predict, got 'fit'",
                "published.yaml:9:11: rows: needs a cell for each of 3 columns, got 2",
                "published.yaml:13:19: 'use-by-row' needs a word for each of 3 rows, got 2",
                "published.yaml:21:31: no column is 'frist' (did you mean 'first'?)");
    }

    @Test
    void theTablesOfTheProjectAreClean() {
        PublishedTables tables = PublishedTables.in(PackedShelf.beside(PublishedTables.class).below("data"));
        assertThat(tables.problems()).isEmpty();
        assertThat(tables.all()).hasSizeGreaterThan(40);
        assertThat(tables.unknown("xen-2003/proceses")).contains("did you mean 'xen-2003/processes'?");
    }
}
