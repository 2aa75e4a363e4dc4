package dev.trapline.cli;

import dev.trapline.result.Results;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The expectations of scenarios as test cases, in the XML that build servers read as JUnit's: a suite for each scenario, a case
 * for each expectation, a failure with what was found where one was missed.
 */
final class JunitFile {
    /** What XML 1.0 has no way to write. */
    private static final String UNWRITABLE = "[^\\x09\\x0A\\x0D\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private JunitFile() {}

    /** Writes it whole or not at all. */
    static void write(Path file, List<ScenarioRun> runs) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path aside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try {
            try (OutputStream stream = Files.newOutputStream(aside)) {
                write(stream, runs);
            }
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (XMLStreamException failed) {
            throw new IOException(file + " cannot be written: " + failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void write(OutputStream stream, List<ScenarioRun> runs) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        for (ScenarioRun run : runs) {
            suite(xml, run);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private static void suite(XMLStreamWriter xml, ScenarioRun run) throws XMLStreamException {
        List<Results.Expectation> expectations = run.results().expectations();
        long missed = expectations.stream().filter(expectation -> !expectation.met()).count();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", run.results().scenario());
        attribute(xml, "tests", Integer.toString(expectations.size()));
        attribute(xml, "failures", Long.toString(missed));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", "0");
        attribute(xml, "time", String.format(Locale.ROOT, "%.3f", run.facts().wallSeconds()));
        for (Results.Expectation expectation : expectations) {
            testCase(xml, run.results().scenario(), expectation);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, String scenario, Results.Expectation expectation)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", scenario);
        attribute(xml, "name", expectation.text());
        if (!expectation.met()) {
            xml.writeCharacters("\n      ");
            xml.writeStartElement("failure");
            attribute(xml, "message", "found " + expectation.found());
            attribute(xml, "type", "expectation missed");
            xml.writeCharacters(writable(
                    expectation.place() + ": expected " + expectation.text() + "; found " + expectation.found()));
            xml.writeEndElement();
            xml.writeCharacters("\n    ");
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, writable(value));
    }

    private static String writable(String text) {
        return text.replaceAll(UNWRITABLE, "?");
    }
}
