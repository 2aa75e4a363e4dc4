package dev.trapline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What this build is: its version, the commit it was made of if the build was told, and the Java that runs it. */
final class Version implements IVersionProvider {
    private static final String FILE = "build.properties";

    @Override
    public String[] getVersion() {
        return new String[] {"trapline " + number() + " (Java " + System.getProperty("java.version") + ")"};
    }

    static String number() {
        return read("version");
    }

    /** Empty if the build did not know. */
    static String commit() {
        return read("commit");
    }

    private static String read(String key) {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            build.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty(key, "");
    }
}
