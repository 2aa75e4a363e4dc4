package dev.trapline.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the command line changes in a scenario.
 *
 * @param sets values by key path; a path that the scenario varies is varied no more
 * @param varies lists of values by key path, separated by commas
 * @param platforms run these alone: labels of the scenario, or names of the catalogue
 * @param quick three replications and a fifth of duration and warm-up
 */
public record Overrides(
        List<Assignment> sets,
        List<Assignment> varies,
        List<String> platforms,
        OptionalLong seed,
        OptionalInt draws,
        boolean quick) {

    /** A key path and what it is set to, both as typed. */
    public record Assignment(String path, String text) {
        /** Reads {@code path=value}; an IllegalArgumentException says what is wrong with it. */
        public static Assignment of(String typed) {
            int equals = typed.indexOf('=');
            if (equals < 1 || equals == typed.length() - 1) {
                throw new IllegalArgumentException("expected path=value, got '" + typed + "'");
            }
            return new Assignment(typed.substring(0, equals).strip(), typed.substring(equals + 1).strip());
        }
    }

    public static final Overrides NONE =
            new Overrides(List.of(), List.of(), List.of(), OptionalLong.empty(), OptionalInt.empty(), false);

    public Overrides {
        sets = List.copyOf(sets);
        varies = List.copyOf(varies);
        platforms = List.copyOf(platforms);
    }

    public Overrides set(String path, String text) {
        List<Assignment> more = new ArrayList<>(sets);
        more.add(new Assignment(path, text));
        return new Overrides(more, varies, platforms, seed, draws, quick);
    }

    public Overrides vary(String path, String texts) {
        List<Assignment> more = new ArrayList<>(varies);
        more.add(new Assignment(path, texts));
        return new Overrides(sets, more, platforms, seed, draws, quick);
    }

    public Overrides only(String platform) {
        List<String> more = new ArrayList<>(platforms);
        more.add(platform);
        return new Overrides(sets, varies, more, seed, draws, quick);
    }

    public Overrides seed(long value) {
        return new Overrides(sets, varies, platforms, OptionalLong.of(value), draws, quick);
    }

    public Overrides draws(int value) {
        return new Overrides(sets, varies, platforms, seed, OptionalInt.of(value), quick);
    }

    public Overrides quickly() {
        return new Overrides(sets, varies, platforms, seed, draws, true);
    }

    /** Whether they narrow what the file asked for, so that an expectation may have lost its subject. */
    boolean narrow() {
        return !sets.isEmpty() || !varies.isEmpty() || !platforms.isEmpty();
    }
}
