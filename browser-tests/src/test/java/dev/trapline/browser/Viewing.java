package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;

/** A page at a width and in a colour scheme, and what has to be true of it in each. */
final class Viewing {
    /** Of a desk and of a phone. */
    static final List<Integer> WIDTHS = List.of(1280, 390);

    private Viewing() {}

    static WatchedPage open(Browser each, Path file, int width, ColorScheme scheme) {
        WatchedPage opened = each.newPage();
        opened.page().setViewportSize(width, 900);
        opened.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return opened.open(file);
    }

    static void assertFits(Page page, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }

    static void assertAccessible(Page page) throws IOException {
        page.waitForTimeout(100);
        page.evaluate(resource("axe.min.js"));
        Object found = page.evaluate("async () => { const all = await axe.run(); return { passes: all.passes.length,"
                + " violations: all.violations.map(it => it.id + ': ' + it.nodes.slice(0, 3).map(node => node.html)"
                + ".join(' ')) }; }");
        assertThat(found).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("violations", List.of());
        assertThat((Integer) ((Map<?, ?>) found).get("passes")).isGreaterThan(10);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Viewing.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
