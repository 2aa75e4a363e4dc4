package dev.trapline.reports.page;

import dev.trapline.result.Results;
import java.util.List;
import java.util.Map;

/**
 * All that the template {@code report.jte} shows.
 *
 * @param quick whether the run was too short to be quoted
 * @param notes what is missing from this report
 * @param platforms title, label and how guests were run
 * @param facts labels and values about the run and its input
 */
public record Page(
        String scenario,
        String question,
        boolean quick,
        List<String> warnings,
        List<String> notes,
        LeadSection lead,
        LimitSection limits,
        VerdictSection verdicts,
        RankingSection ranking,
        List<Chapter> chapters,
        DifferenceSection differences,
        LedgerSection ledger,
        MachineSection machine,
        OverTimeSection overTime,
        ReasonsSection reasons,
        NumbersSection numbers,
        TrustSection trust,
        DrawSection draws,
        EvidenceSection evidence,
        List<Results.Platform> platforms,
        Map<String, String> facts,
        String howLong,
        String resolvedScenario,
        Assets assets) {

    /**
     * Charts under one heading.
     *
     * @param choices of which a reader sees one at a time, the first unless they choose another
     */
    public record Chapter(String id, String heading, String explanation, List<Choice> choices, List<Figure> figures) {}

    /**
     * One of several views of a chapter.
     *
     * @param id safe as an HTML id and class, the same in all chapters
     */
    public record Choice(String id, String name, boolean isFirst) {}

    /**
     * One chart.
     *
     * @param form the chart's form in small letters, for style sheets
     * @param choice id of the choice that shows it; empty if it is always seen
     * @param picture base64 of a PNG; empty if there is none, or no room for it
     * @param file where the picture lies beside the page; empty if there is none
     */
    public record Figure(
            String id,
            String caption,
            String setting,
            String summary,
            String form,
            String choice,
            String picture,
            String file) {}

    /**
     * What stands in the page as it is, never made of names that people chose except {@code chartData}, in which every
     * {@code <} is escaped.
     *
     * @param policy the content security policy: only these scripts may run
     */
    public record Assets(String policy, String css, List<String> scripts, String chartData) {}

    /** The charts under a heading; empty ones are left out of the page. */
    public Chapter chapter(String id) {
        return chapters.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }
}
