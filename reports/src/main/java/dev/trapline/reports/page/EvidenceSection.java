package dev.trapline.reports.page;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the results rest on and what they do not cover. */
public record EvidenceSection(
        List<Refusal> refusals,
        List<Results.Expectation> expectations,
        List<Owner> owners,
        String basisCounts,
        List<Reference> references) {
    private static final int MOST_POINTS = 8;

    /** A rule of a platform that some points break; {@code ran} where it was only a warning. */
    public record Refusal(
            String platform,
            String rule,
            String limit,
            String asked,
            Reference source,
            String sentence,
            boolean ran,
            String points) {}

    /** The unmeasured costs of one platform, CPU or system. */
    public record Owner(String name, List<Cost> costs) {}

    public record Cost(
            String name,
            String value,
            String range,
            String unit,
            String basis,
            boolean assumed,
            Reference source,
            String note) {}

    /** A source; {@code address} is empty unless it is one of the web. */
    public record Reference(String id, String citation, String address, String read) {}

    static EvidenceSection of(Digest digest) {
        Map<String, Reference> references = new LinkedHashMap<>();
        digest.results().sources().forEach(it -> references.put(it.id(), reference(it)));
        return new EvidenceSection(
                refusals(digest, references),
                digest.results().expectations(),
                owners(digest.results().assumptions(), references),
                basisCounts(digest.results().assumptions()),
                List.copyOf(references.values()));
    }

    private static Reference reference(Results.Source source) {
        String address = source.address().matches("(?i)https?://.+") ? source.address() : "";
        return new Reference(source.id(), source.citation(), address, source.read());
    }

    private static Reference named(String id, Map<String, Reference> references) {
        return references.getOrDefault(id, new Reference(id, id, "", ""));
    }

    private static List<Refusal> refusals(Digest digest, Map<String, Reference> references) {
        Map<Results.Unsupported, List<Integer>> points = new LinkedHashMap<>();
        for (Results.Unsupported it : digest.results().unsupported()) {
            Results.Unsupported anywhere = new Results.Unsupported(
                    it.platform(),
                    0,
                    it.guest(),
                    it.rule(),
                    it.limit(),
                    it.asked(),
                    it.source(),
                    it.sentence(),
                    it.ran());
            points.computeIfAbsent(anywhere, key -> new ArrayList<>()).add(it.point());
        }
        return points.entrySet().stream()
                .map(it -> refusal(digest, it.getKey(), it.getValue(), references))
                .toList();
    }

    private static Refusal refusal(
            Digest digest, Results.Unsupported it, List<Integer> points, Map<String, Reference> references) {
        return new Refusal(
                digest.contenders().title(it.platform()),
                it.rule(),
                it.limit(),
                it.asked(),
                named(it.source(), references),
                it.sentence(),
                it.ran(),
                words(digest, points));
    }

    private static String words(Digest digest, List<Integer> points) {
        int all = digest.results().points().size();
        if (points.size() == all) {
            return all == 1 ? "the only point" : "all points";
        }
        return points.size() > MOST_POINTS
                ? points.size() + " of " + all + " points"
                : points.stream().map(point -> words(digest, point)).collect(Collectors.joining("; "));
    }

    private static String words(Digest digest, int point) {
        String words = digest.grid().words(point);
        return words.isEmpty() ? "point " + point : words;
    }

    private static List<Owner> owners(List<Results.Assumption> assumptions, Map<String, Reference> references) {
        Map<String, List<Cost>> owners = new LinkedHashMap<>();
        for (Results.Assumption it : assumptions) {
            owners.computeIfAbsent(it.owner(), owner -> new ArrayList<>()).add(cost(it, references));
        }
        return owners.entrySet().stream()
                .map(it -> new Owner(it.getKey(), it.getValue()))
                .toList();
    }

    private static Cost cost(Results.Assumption it, Map<String, Reference> references) {
        String range =
                it.low() < it.high() ? Figures.value(it.low()) + " to " + Figures.value(it.high()) : Figures.NONE;
        return new Cost(
                it.name(),
                Figures.value(it.value()),
                range,
                it.unit(),
                it.basis(),
                it.basis().equals("assumed"),
                named(it.source(), references),
                it.note());
    }

    private static String basisCounts(List<Results.Assumption> assumptions) {
        Map<String, Long> counts = assumptions.stream()
                .collect(Collectors.groupingBy(Results.Assumption::basis, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(it -> it.getValue() + " " + it.getKey())
                .collect(Collectors.joining(", "));
    }
}
