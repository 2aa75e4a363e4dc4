package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import java.util.List;
import java.util.Optional;

/** Where files are read from by name, with {@code /} between folders: a folder on disk, or what the jar carries. */
public sealed interface Shelf permits FolderShelf, PackedShelf {

    /** Whether there is anything of that name below this shelf. */
    boolean holds(String name);

    /** What problems call a file of that name. */
    String shown(String name);

    /** The content; empty after a problem was added at the place that asked for it. */
    Optional<byte[]> read(String name, Place asked, Problems problems);

    /** The names of the files directly in a folder, sorted. */
    List<String> list(String folder);

    /** Whether a name that stays below this shelf in words does so in fact, links followed. */
    boolean contains(String name);
}
