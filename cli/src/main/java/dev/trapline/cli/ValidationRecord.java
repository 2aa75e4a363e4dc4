package dev.trapline.cli;

import dev.trapline.cli.print.ValidationPage;
import dev.trapline.cli.validation.ChangeLog;
import dev.trapline.cli.validation.RecordFile;
import dev.trapline.cli.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The files of the sources that keep what a validation found: the record, the page made of it, and the list of changes. */
record ValidationRecord(Path root) {

    Path record() {
        return root.resolve("docs/validation.json");
    }

    Path page() {
        return root.resolve("docs/VALIDATION.md");
    }

    ChangeLog changes() {
        return new ChangeLog(root.resolve("CHANGELOG.md"));
    }

    /** Refuses a folder that is not that of the sources, before anything runs. */
    void require() {
        if (!Files.exists(page()) || !Files.exists(root.resolve("CHANGELOG.md"))) {
            throw new BadInputException(
                    List.of("--record writes docs/VALIDATION.md and CHANGELOG.md; run it in the top folder of the sources"));
        }
    }

    void write(Validation validation, String reason) throws IOException {
        Optional<Validation> before = RecordFile.read(record());
        RecordFile.write(validation, record());
        Files.writeString(page(), ValidationPage.of(validation));
        changes().append(LocalDate.now(ZoneOffset.UTC).toString(), reason, before, validation);
    }
}
