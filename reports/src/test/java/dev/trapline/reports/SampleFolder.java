package dev.trapline.reports;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the sample's folder where the first argument says: for other JDKs, and for looking at. */
final class SampleFolder {
    private SampleFolder() {}

    public static void main(String[] arguments) throws IOException {
        String scenario = arguments.length > 1 ? arguments[1] : "hosted-versus-bare-metal";
        ReportFolder.Written written =
                ReportFolder.write(SampleResults.named(scenario), SampleResults.facts(), Path.of(arguments[0]));
        written.notes().forEach(System.out::println);
    }
}
