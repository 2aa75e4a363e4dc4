package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.Set;

/** The operation mixes that the steps of a workload name must be among its own. */
final class MixNames {
    private MixNames() {}

    static void check(Mapping workload, String path, Problems problems) {
        Set<String> known = workload.find("mixes").orElse(null) instanceof Mapping mixes ? mixes.entries().keySet() : Set.of();
        check(workload.without("mixes"), known, path, problems);
    }

    private static void check(LocatedNode node, Set<String> known, String path, Problems problems) {
        if (node instanceof Sequence list) {
            list.items().forEach(item -> check(item, known, path, problems));
        } else if (node instanceof Mapping mapping) {
            mapping.text("mix").filter(name -> !known.contains(name)).ifPresent(name -> problems.add(
                    mapping.entries().get("mix").place(),
                    path,
                    "no mix of this workload is called " + Wording.quoted(name) + Wording.didYouMean(name, known)));
            mapping.entries().values().forEach(entry -> check(entry.value(), known, path, problems));
        }
    }
}
