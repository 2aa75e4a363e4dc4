package dev.trapline.reports.page;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Scripts, styles and chart data, ready to stand inside the page. */
final class PageAssets {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private PageAssets() {}

    static Page.Assets of(List<ChartDescription> charts) {
        String uplot = "/*\n" + resource("uplot/LICENSE") + "\n*/\n" + resource("uplot/uPlot.iife.min.js");
        List<String> scripts = List.of(uplot, ownScript("paint", "tips", "charts", "tables"));
        String css = resource("uplot/uPlot.min.css") + "\n" + inks() + resource("report.css");
        return new Page.Assets(policy(scripts), css, scripts, data(charts));
    }

    /** Of a page that has tables and no charts. */
    static Page.Assets ofTables() {
        List<String> scripts = List.of(ownScript("tips", "tables"));
        return new Page.Assets(policy(scripts), inks() + resource("report.css"), scripts, "");
    }

    /** Parts of our own script, which share one scope. */
    private static String ownScript(String... parts) {
        return Stream.of(parts)
                .map(part -> resource("script/" + part + ".js"))
                .collect(Collectors.joining("\n", "(function () {\n\"use strict\";\n", "\n})();"));
    }

    /** Nothing is loaded, and only scripts with these hashes run, whatever a name in the page may hold. */
    private static String policy(List<String> scripts) {
        String hashes = scripts.stream()
                .map(script -> "'sha256-" + sha256(script) + "'")
                .collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes
                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String data(List<ChartDescription> charts) {
        Map<String, ChartDescription> byId = new LinkedHashMap<>();
        charts.forEach(chart -> byId.put(chart.id(), chart));
        return MAPPER.writeValueAsString(byId).replace("<", "\\u003c");
    }

    private static String inks() {
        String light = properties(Ink::light);
        String dark = properties(Ink::dark);
        return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root:not(.paper){" + dark + "}}\n"
                + classes() + "\n";
    }

    /** A class for each ink, which makes it the colour of text: bars that are no chart are drawn in it. */
    private static String classes() {
        return Ink.all().stream()
                .map(ink -> "." + ink.name() + "{color:var(--" + ink.name() + ")}")
                .collect(Collectors.joining());
    }

    private static String properties(Function<Ink, String> tone) {
        return Ink.all().stream()
                .map(ink -> "--" + ink.name() + ":" + tone.apply(ink) + ";")
                .collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream stream = PageAssets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar of reports lacks " + name + ".");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .strip();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
