package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WrappedTableTest {
    @Test
    void columnsThatDoNotFitGoOnBelow() {
        WrappedTable table = new WrappedTable("8 guests", List.of("native", "xen"));
        table.add("f", "throughput /s", List.of("1".repeat(40), "2"));
        table.add("f", "p95 ms", List.of("3".repeat(40), "4"));
        assertThat(table.lines())
                .containsExactly(
                        "8 guests" + " ".repeat(30) + "throughput /s",
                        "native     " + "1".repeat(40),
                        "xen" + " ".repeat(47) + "2",
                        " ".repeat(43) + "p95 ms",
                        "native   " + "3".repeat(40),
                        "xen" + " ".repeat(45) + "4");
    }

    @Test
    void whatFitsStaysTogetherAndALongTitleStandsAlone() {
        WrappedTable table = new WrappedTable("t".repeat(40), List.of("native"));
        table.add("f", "a", List.of("1"));
        table.add("w", "", List.of("worse"));
        assertThat(table.lines()).containsExactly("t".repeat(40), "         a", "native   1  worse");
    }
}
