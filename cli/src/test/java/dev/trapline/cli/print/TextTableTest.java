package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void wordsStandLeftAndFiguresRight() {
        TextTable table = TextTable.of("wfw");
        table.add(List.of("platform", "/s", ""));
        table.add(List.of("a", "812.4", "worse"));
        assertThat(table.lines()).containsExactly("platform      /s", "a          812.4  worse");
    }

    @Test
    void colourTakesNoRoom() {
        Ink ink = new Ink(false);
        TextTable table = TextTable.of("wf");
        table.add(List.of(ink.verdict("worse"), "1"));
        table.add(List.of("longer", "22"));
        assertThat(ink.finished(table.lines())).containsExactly("worse     1", "longer   22");
    }
}
