package dev.trapline.reports.page;

import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the template {@code index.jte} shows.
 *
 * @param runs newest first
 */
public record IndexPage(List<Run> runs, int unreadable, Page.Assets assets) {

    /**
     * One run.
     *
     * @param address of its report, relative to the page; empty if it cannot be read
     * @param words how many verdicts have which word
     * @param expectations {@code 3 of 4 met}; empty if it has none
     * @param problem why it cannot be read, or empty
     */
    public record Run(
            String folder,
            String address,
            String scenario,
            String question,
            String verdict,
            List<Word> words,
            String expectations,
            String size,
            String started,
            String version,
            boolean quick,
            String problem) {

        public static Run of(String folder, String page, Digest digest, String started) {
            Results results = digest.results();
            LeadSection lead = LeadSection.of(digest);
            long met = results.expectations().stream().filter(Results.Expectation::met).count();
            int all = results.expectations().size();
            return new Run(
                    folder,
                    address(folder + "/" + page),
                    results.scenario(),
                    results.question(),
                    lead.sentence().isEmpty() ? "Nothing was compared with a reference." : lead.sentence(),
                    words(results),
                    all == 0 ? "" : met + " of " + all + " met",
                    digest.contenders().platforms().size() + " platforms, " + results.points().size() + " points",
                    started == null ? "" : started,
                    results.version(),
                    results.settings().quick(),
                    "");
        }

        public static Run unreadable(String folder, String problem) {
            return new Run(folder, "", "", "", "", List.of(), "", "", "", "", false, problem);
        }

        private static List<Word> words(Results results) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            results.verdicts().forEach(it -> counts.merge(it.word(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .map(it -> new Word(it.getKey(), Tone.of(it.getKey()), it.getValue()))
                    .toList();
        }

        private static String address(String path) {
            try {
                return new URI(null, null, "./" + path, null).toASCIIString();
            } catch (URISyntaxException problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    /** A verdict's word and how often it was given. */
    public record Word(String word, String tone, int count) {}

    public static String html(List<Run> runs) {
        List<Run> newestFirst = runs.stream()
                .sorted(Comparator.comparing(Run::started).reversed().thenComparing(Run::folder))
                .toList();
        int unreadable = (int) runs.stream().filter(it -> !it.problem().isEmpty()).count();
        return Templates.render("index.jte", new IndexPage(newestFirst, unreadable, PageAssets.ofTables()));
    }
}
