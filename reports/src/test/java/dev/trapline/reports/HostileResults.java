package dev.trapline.reports;

import dev.trapline.result.Results;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Results in which every text that is free ends in the same hostile words. */
final class HostileResults {
    /** Names by which rows find each other, and words with a meaning. */
    private static final Set<String> KEPT = Set.of("format", "ledger", "kind", "basis", "word");

    private HostileResults() {}

    static Results with(String words) {
        JsonMapper json = new JsonMapper();
        JsonNode document = json.readTree(ResultFiles.toJson(SmallResults.oneOfEach()));
        return json.treeToValue(spoilt(document, words), Results.class);
    }

    private static JsonNode spoilt(JsonNode node, String words) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().stream().toList()) {
                if (!KEPT.contains(name)) {
                    object.set(name, spoilt(object.get(name), words));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, spoilt(array.get(i), words));
            }
        }
        return node.isString() && !isNumber(node.stringValue()) ? StringNode.valueOf(node.stringValue() + words) : node;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+");
    }
}
