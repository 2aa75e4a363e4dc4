package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser works and its watcher sees what it has to see, before any report is opened in it. */
final class BrowserTest {
    @TempDir
    private static Path profile;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aPlainPageIsQuietAndLoadsNothing() {
        WatchedPage opened = browser.newPage().open("data:text/html,<title>Trapline</title><p>42</p>");
        assertThat(opened.page().title()).isEqualTo("Trapline");
        assertThat(opened.page().textContent("p")).isEqualTo("42");
        assertThat(opened.errors()).isEmpty();
        assertThat(opened.requests()).isEmpty();
    }

    @Test
    void complaintsAndRequestsAreSeen() {
        WatchedPage opened = browser.newPage()
                .open("data:text/html,<script>console.error('bad');setTimeout(()=>{throw new Error('worse')})</script>"
                        + "<img src='http://127.0.0.1:9/picture.png'>");
        opened.page().waitForCondition(() -> opened.errors().size() >= 3);
        assertThat(opened.errors()).anyMatch(error -> error.contains("bad")).anyMatch(error -> error.contains("worse"));
        assertThat(opened.requests()).contains("http://127.0.0.1:9/picture.png");
    }
}
