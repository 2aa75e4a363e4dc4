package dev.trapline.scenarios.catalogue;

import java.util.Arrays;
import java.util.List;

/** The kinds of catalogue entries: a folder each, and the first key of each file in it, which names the entry. */
public enum CatalogueKind {
    CPUS("cpus", "cpu"),
    MACHINES("machines", "machine"),
    OPERATING_SYSTEMS("operating-systems", "operating-system"),
    DEVICES("devices", "device"),
    WORKLOADS("workloads", "workload"),
    PLATFORMS("platforms", "platform");

    private final String folder;
    private final String key;

    CatalogueKind(String folder, String key) {
        this.folder = folder;
        this.key = key;
    }

    /** The plural: the folder, and the word of references. */
    public String folder() {
        return folder;
    }

    /** The singular: the first key of a file. */
    public String key() {
        return key;
    }

    /** {@code a platform}, {@code an operating-system}. */
    String noun() {
        return (this == OPERATING_SYSTEMS ? "an " : "a ") + key.replace('-', ' ');
    }

    public static List<String> folders() {
        return Arrays.stream(values()).map(CatalogueKind::folder).toList();
    }

    /** By its folder or its key. */
    public static CatalogueKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.folder.equals(word) || kind.key.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of catalogue entries '" + word + "', only " + folders()));
    }
}
