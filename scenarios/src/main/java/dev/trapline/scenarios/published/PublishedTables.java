package dev.trapline.scenarios.published;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All published tables, by identifier; their file is read when the first is asked for, since few commands do. */
public final class PublishedTables {
    private static final String FILE = "published.yaml";
    private static final Content NOTHING = new Content(Map.of(), List.of());
    private static final PublishedTables NONE = new PublishedTables(null);

    private record Content(Map<String, PublishedTable> tables, List<Problem> problems) {}

    private final Shelf folder;
    private Content content;

    private PublishedTables(Shelf folder) {
        this.folder = folder;
    }

    public static PublishedTables none() {
        return NONE;
    }

    /** Those of {@code published.yaml} in a folder; none where the folder has no such file. */
    public static PublishedTables in(Shelf folder) {
        return folder.holds(FILE) ? new PublishedTables(folder) : NONE;
    }

    /** What is wrong with the file. */
    public List<Problem> problems() {
        return content().problems();
    }

    /** The same if anybody has asked for a table by now; who needs none is not stopped by a wrong one. */
    public synchronized List<Problem> problemsSoFar() {
        return content == null ? List.of() : content.problems();
    }

    public List<PublishedTable> all() {
        return List.copyOf(content().tables().values());
    }

    public Optional<PublishedTable> find(String id) {
        return Optional.ofNullable(content().tables().get(id));
    }

    /** What is said of a name that is no table's. */
    public String unknown(String id) {
        return "no table of data/published.yaml is " + Wording.quoted(id)
                + Wording.didYouMean(id, content().tables().keySet());
    }

    private synchronized Content content() {
        if (content == null) {
            content = folder == null ? NOTHING : read(folder);
        }
        return content;
    }

    private static Content read(Shelf folder) {
        Problems problems = new Problems();
        Optional<LocatedNode> tree = folder.read(FILE, Place.of(FILE), problems)
                .flatMap(bytes -> YamlReader.read(folder.shown(FILE), bytes, problems));
        Map<String, PublishedTable> tables =
                tree.map(node -> new PublishedReader(problems).tables(node)).orElse(Map.of());
        return new Content(Collections.unmodifiableMap(new TreeMap<>(tables)), problems.list());
    }
}
