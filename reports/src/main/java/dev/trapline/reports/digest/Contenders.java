package dev.trapline.reports.digest;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All platforms and variants of a run, in its order, with names short enough for a chart and a colour for each
 * platform.
 */
public final class Contenders {
    private static final int MOST_LETTERS = 70;

    private final List<Contender> all;

    private Contenders(List<Contender> all) {
        this.all = all;
    }

    public static Contenders of(Results results) {
        Map<String, List<Results.Platform>> byLabel = new LinkedHashMap<>();
        results.platforms()
                .forEach(it -> byLabel.computeIfAbsent(it.label(), label -> new ArrayList<>())
                        .add(it));
        List<String> titles = byLabel.values().stream()
                .map(variants -> title(variants.get(0)))
                .toList();
        List<Contender> all = new ArrayList<>();
        int colour = 1;
        for (List<Results.Platform> variants : byLabel.values()) {
            boolean isNative = variants.get(0).kind().equals("native");
            String title = title(variants.get(0));
            boolean isShared = Collections.frequency(titles, title) > 1;
            addVariants(
                    all,
                    variants,
                    isShared ? title + " (" + variants.get(0).label() + ")" : title,
                    isNative ? 0 : colour);
            colour += isNative ? 0 : 1;
        }
        return new Contenders(all);
    }

    private static void addVariants(List<Contender> all, List<Results.Platform> variants, String title, int colour) {
        List<String> marks =
                distinctParts(variants.stream().map(Results.Platform::variant).toList());
        for (int shade = 0; shade < variants.size(); shade++) {
            Results.Platform it = variants.get(shade);
            String mark = Figures.shortened(marks.get(shade), MOST_LETTERS);
            String name = mark.isEmpty() ? title : title + ", " + mark;
            all.add(new Contender(it.label(), it.variant(), title, name, it.kind(), colour, shade));
        }
    }

    private static String title(Results.Platform platform) {
        return Figures.shortened(platform.title().isBlank() ? platform.label() : platform.title(), MOST_LETTERS);
    }

    /** The variants' names without the words with which all of them begin. */
    private static List<String> distinctParts(List<String> variants) {
        List<String[]> words =
                variants.stream().map(variant -> variant.split("-")).toList();
        int common = 0;
        while (variants.size() > 1 && allShareWord(words, common)) {
            common++;
        }
        int from = common;
        return words.stream()
                .map(it -> String.join(" ", Arrays.copyOfRange(it, from, it.length)))
                .toList();
    }

    private static boolean allShareWord(List<String[]> words, int at) {
        String[] first = words.get(0);
        return words.stream().allMatch(it -> it.length > at + 1 && it[at].equals(first[at]));
    }

    public List<Contender> all() {
        return all;
    }

    /** The variants of one platform. */
    public List<Contender> ofPlatform(String label) {
        return all.stream().filter(it -> it.platform().equals(label)).toList();
    }

    /** The labels of the platforms, each once. */
    public List<String> platforms() {
        return all.stream().map(Contender::platform).distinct().toList();
    }

    /** A platform's title; its label if it is none of those that ran. */
    public String title(String label) {
        return ofPlatform(label).stream().map(Contender::title).findFirst().orElse(label);
    }
}
