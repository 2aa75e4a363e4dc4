package dev.trapline.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium or Chrome of this machine, headless, with a profile of its own that starts empty.
 *
 * <p>The property {@code trapline.browser} (or the variable TRAPLINE_BROWSER) names it; without it the usual names are
 * looked for on the PATH. Where there is none the test is reported as not run, or fails if
 * {@code trapline.browser.required} is true.
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A first start on a cold, busy machine was seen to take 46 s. */
    private static final double START_MILLIS = 120_000;

    private final Playwright playwright;
    private final BrowserContext context;

    private Browser(Playwright playwright, BrowserContext context) {
        this.playwright = playwright;
        this.context = context;
    }

    /** The browser with an empty profile in {@code profile}. */
    static Browser start(Path profile) {
        return start(profile, true);
    }

    /** The same with scripts switched off. */
    static Browser startWithoutScripts(Path profile) {
        return start(profile, false);
    }

    private static Browser start(Path profile, boolean scripts) {
        Path executable = require();
        Playwright playwright = Playwright.create();
        try {
            BrowserContext context = playwright
                    .chromium()
                    .launchPersistentContext(
                            profile,
                            new LaunchPersistentContextOptions()
                                    .setExecutablePath(executable)
                                    .setJavaScriptEnabled(scripts)
                                    .setArgs(ARGUMENTS)
                                    .setTimeout(START_MILLIS));
            context.setDefaultTimeout(START_MILLIS);
            context.setDefaultNavigationTimeout(START_MILLIS);
            return new Browser(playwright, context);
        } catch (RuntimeException failure) {
            playwright.close();
            throw failure;
        }
    }

    /** A new page that remembers what it complained about and what it asked for. */
    WatchedPage newPage() {
        return new WatchedPage(context.newPage());
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path require() {
        Optional<Path> found = find();
        if (found.isEmpty() && Boolean.getBoolean("trapline.browser.required")) {
            throw new IllegalStateException("trapline.browser.required is true, but no Chromium or Chrome was found");
        }
        Assumptions.assumeTrue(found.isPresent(), "no Chromium or Chrome was found");
        return found.orElseThrow();
    }

    private static Optional<Path> find() {
        String named = System.getProperty("trapline.browser", "");
        if (named.isEmpty()) {
            named = System.getenv().getOrDefault("TRAPLINE_BROWSER", "");
        }
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(Browser::candidates)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> candidates(String folder) {
        return NAMES.stream().map(name -> Path.of(folder).resolve(name));
    }
}
