package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {
    private static final String EXPECTED =
            """
              - metric: load.throughput
                at: { platform: tiny-native, guests.load.count: 4 }
                value: 99 /s
                within: 10 %
                use: input
              - metric: load.throughput
                at: { platform: tiny-hosted, variant: fast, guests.load.count: 4 }
                value: 76 /s
                within: 10 %
                use: predict
                note: by hand
              - metric: core.idle
                at: { platform: tiny-hosted, variant: slow, guests.load.count: 4 }
                at-most: 5 %
                use: consistency
              - { metric: load.throughput, order: [tiny-hosted < tiny-native], use: order }
            """;
    private static final String MISS =
            "  - { metric: load.throughput, at: { platform: tiny-native, guests.load.count: 4 }, "
                    + "value: 500 /s, within: 1 %";

    @TempDir
    private Path folder;

    @Test
    void printsMeasuredBesideSimulatedByKindWithBaselines() throws IOException {
        Invocation validation = Invocation.of("validate", expecting(EXPECTED));
        GoldenText.assertIs("validation.txt", validation.out().replaceFirst("events, .* s\n", "events, WALL s\n"));
        assertThat(validation.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(validation.err()).isEmpty();
    }

    @Test
    void aMissReturnsThreeUnlessItsReasonIsKnown() throws IOException {
        Invocation missed = Invocation.of("validate", expecting(MISS + " }\n"), "--quick");
        assertThat(missed.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(missed.out()).contains(" below  missed\n", "predict  0 of 1 met");

        Invocation known = Invocation.of("validate", expecting(MISS + ", known-miss: the paper slept }\n"), "--quick");
        assertThat(known.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(known.out())
                .contains(" below  missed\n", "known: the paper slept", "predict  0 of 1 met, 1 known to miss");
    }

    @Test
    void aKnownMissThatIsMetIsSaid() throws IOException {
        String met = "  - { metric: core.idle, at: { platform: tiny-native }, at-least: 0 %, known-miss: outdated }\n";
        assertThat(Invocation.of("validate", expecting(met), "--quick").out())
                .contains("met, though listed as a known miss: outdated");
    }

    @Test
    void aPhenomenonIsExplainedAndHeldToWhatItExpects() throws IOException {
        Path comes = expecting("  - { metric: core.idle, at: { platform: tiny-native }, at-least: 0 % }\n");
        String explained = "scenario: tiny\nexplanation: Exits take cycles. They are many.\n";
        Files.writeString(comes, Files.readString(comes).replace("scenario: tiny\n", explained));
        Invocation out = Invocation.of("validate", comes, "--quick");
        assertThat(out.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(out.out()).contains("\nExits take cycles.\n  met: ", "\nIt comes out.\n\n1 of 1 phenomenon came out.\n");

        Path misses = expecting(MISS + " }\n");
        Files.writeString(misses, Files.readString(misses).replace("scenario: tiny\n", explained));
        Invocation missed = Invocation.of("validate", misses, "--quick");
        assertThat(missed.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(missed.out()).contains("  missed: ", "it does not come out.", "0 of 1 phenomenon came out; not tiny.");
    }

    @Test
    void aRecordIsOfTheWholeAndInTheSources() throws IOException {
        Path one = expecting(MISS + " }\n");
        for (Object[] arguments : new Object[][] {
            {"validate", "--record", "why", "--quick"}, {"validate", "--record", "why", one}, {"validate", "--record", " "},
            {"validate", "--record", "run elsewhere"}
        }) {
            Invocation refused = Invocation.of(arguments);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(refused.err()).contains("--record ");
        }
    }

    private Path expecting(String expectations) throws IOException {
        Path own = Files.createTempDirectory(folder, "case");
        String scenario = Files.readString(TinyScenario.FILE);
        String old = scenario.substring(scenario.indexOf("expect:\n"));
        return TinyScenario.copiedTo(own, old, "expect:\n" + expectations);
    }
}
