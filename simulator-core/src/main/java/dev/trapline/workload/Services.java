package dev.trapline.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The guests that answer calls, by their group, in the order of their numbers. */
public final class Services {
    private final Map<String, List<Service>> groups = new LinkedHashMap<>();

    /** Those of a group; guests that start later join the same list. */
    List<Service> of(String group) {
        return groups.computeIfAbsent(group, name -> new ArrayList<>());
    }
}
