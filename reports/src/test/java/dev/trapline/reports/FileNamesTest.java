package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FileNamesTest {
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            ".",
            "..",
            "...",
            "../../etc/passwd",
            "a/b",
            "a\\b",
            "C:\\x",
            "<script>alert(1)</script>",
            "con",
            "NUL",
            "aux.txt",
            "lpt1",
            "-rf",
            ".hidden",
            "ends.",
            "a\u0000b",
            "\u00fcber",
            "\ud83d\ude00",
            "x".repeat(5000),
            "a\nb",
            "~",
            "*");

    @Test
    void plainNamesStay() {
        for (String name : List.of("hosted-versus-bare-metal", "a", "Xen_3.2", "console", "2008")) {
            assertThat(FileNames.safe(name)).isEqualTo(name);
        }
    }

    @Test
    void hostileNamesBecomePlainOnes() {
        for (String name : HOSTILE) {
            assertThat(FileNames.safe(name))
                    .as(name)
                    .matches("[A-Za-z0-9_][A-Za-z0-9_-]{0,79}")
                    .doesNotMatch("(?i)(con|nul|aux|prn|lpt\\d|com\\d)");
        }
    }

    @Test
    void differentNamesStayDifferent() {
        assertThat(HOSTILE.stream().map(FileNames::safe)).doesNotHaveDuplicates();
    }
}
