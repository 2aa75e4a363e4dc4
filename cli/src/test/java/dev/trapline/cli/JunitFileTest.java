package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class JunitFileTest {
    @TempDir
    private Path folder;

    @Test
    void eachExpectationIsATestCase() throws Exception {
        Path file = folder.resolve("new/junit.xml");
        Invocation run =
                Invocation.of("run", TinyScenario.FILE, "--quick", "--out", folder.resolve("tiny"), "--junit", file);
        assertThat(run.exitCode()).isEqualTo(ExitCode.MISSED);
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("tiny");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element met = (Element) xml.getElementsByTagName("testcase").item(0);
        assertThat(met.getAttribute("classname")).isEqualTo("tiny");
        assertThat(met.getAttribute("name")).contains("tiny-hosted < tiny-native");
        assertThat(met.getElementsByTagName("failure").getLength()).isZero();
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).startsWith("found ");
        assertThat(failure.getTextContent()).contains("tiny.yaml:11:").contains("200");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
