package dev.trapline.reports;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the sample's folder where the first argument says: for other JDKs, and for looking at. */
public final class SampleFolder {
    private SampleFolder() {}

    public static void main(String[] arguments) throws IOException {
        write("hosted-versus-bare-metal", Path.of(arguments[0])).notes().forEach(System.out::println);
    }

    /** The sample under any name of its scenario. */
    public static ReportFolder.Written write(String scenario, Path directory) throws IOException {
        return ReportFolder.write(SampleResults.named(scenario), SampleResults.facts(), directory);
    }

    /** The sample as of a search for the largest number of guests. */
    public static ReportFolder.Written writeLimits(Path directory) throws IOException {
        return ReportFolder.write(SampleLimits.results(), SampleResults.facts(), directory);
    }

    /** Results in which every text that is free ends in these words. */
    public static ReportFolder.Written writeHostile(String words, Path directory) throws IOException {
        return ReportFolder.write(HostileResults.with(words), SampleResults.facts(), directory);
    }
}
