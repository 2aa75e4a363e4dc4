package dev.trapline.reports;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where two results part: the first value, in the order of {@code results.json}, that is not the same in both. How and where an
 * expectation is written, and whether a quick run was asked for, is no finding and is passed over.
 */
public final class FirstDifference {
    /** Neither is a finding; the version is compared apart. */
    private static final List<String> PASSED_OVER = List.of("version", "settings.quick");
    /** What says which row it is. */
    private static final Set<String> NAMES =
            new LinkedHashSet<>(List.of(
                    "platform", "variant", "guest", "request", "metric", "ledger", "place", "mechanism", "name", "text"));

    private FirstDifference() {}

    /** In words: where, what was there, what is there now; empty if there is none. */
    public static Optional<String> of(Results then, Results now) {
        return between("", "", tree(then), tree(now));
    }

    private static JsonNode tree(Results results) {
        return JsonMapper.shared().readTree(ResultFiles.toJson(results));
    }

    private static Optional<String> between(String path, String row, JsonNode then, JsonNode now) {
        if (then.equals(now) || isPassedOver(path)) {
            return Optional.empty();
        }
        if (then.isObject() && now.isObject()) {
            return ofObjects(path, row(then, row), then, now);
        }
        if (then.isArray() && now.isArray()) {
            return ofLists(path, row, then, now);
        }
        return Optional.of(path + (row.isEmpty() ? "" : " (" + row + ")") + ": " + brief(then) + " then, " + brief(now) + " now");
    }

    private static boolean isPassedOver(String path) {
        boolean wording = path.startsWith("expectations[") && (path.endsWith(".place") || path.endsWith(".text"));
        return PASSED_OVER.contains(path) || wording;
    }

    private static Optional<String> ofObjects(String path, String row, JsonNode then, JsonNode now) {
        Set<String> names = new LinkedHashSet<>(then.propertyNames());
        names.addAll(now.propertyNames());
        for (String name : names) {
            boolean otherVersion = !then.path("version").equals(now.path("version"));
            if (path.isEmpty() && otherVersion && then.path(name).isMissingNode()) {
                // A part that files of that version may not have.
                continue;
            }
            String below = path.isEmpty() ? name : path + "." + name;
            Optional<String> found = between(below, row, then.path(name), now.path(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofLists(String path, String row, JsonNode then, JsonNode now) {
        for (int i = 0; i < Math.min(then.size(), now.size()); i++) {
            Optional<String> found = between(path + "[" + i + "]", row, then.get(i), now.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return then.size() == now.size()
                ? Optional.empty()
                : Optional.of(path + ": " + then.size() + " entries then, " + now.size() + " now");
    }

    private static String row(JsonNode object, String outer) {
        List<String> words = new ArrayList<>();
        for (String name : NAMES) {
            if (object.path(name).isString() && !object.path(name).asString().isEmpty()) {
                words.add(object.path(name).asString());
            }
        }
        if (object.path("point").isNumber()) {
            words.add("point " + object.path("point").asInt());
        }
        return words.isEmpty() ? outer : String.join(", ", words);
    }

    private static String brief(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > 80 ? text.substring(0, 77) + "..." : text;
    }
}
