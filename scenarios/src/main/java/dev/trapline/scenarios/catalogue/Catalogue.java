package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.check.Checker;
import dev.trapline.scenarios.check.PathEditor;
import dev.trapline.scenarios.check.References;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.FolderShelf;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.PackedShelf;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlWriter;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.SourceSpec;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries that files can refer to by name: found, extended, checked and made into the core's records, each once and
 * only when asked for. It remembers which it gave out, so that results can carry a hash of what they depend on. Not for
 * several threads.
 */
public final class Catalogue implements References, PathEditor.Opener {
    /** An array of arrays behind a network in a machine is four deep. */
    private static final int MOST_NESTED = 8;

    private record Resolution(Entry entry, List<Problem> problems) {}

    private final CatalogueShapes shapes;
    private final PublishedTables published;
    private final EntryFiles files;
    private final Extension extension;
    private final Sources.Listed listed;
    /** What is being resolved, from the outside to the inside. */
    private final ArrayDeque<String> resolving = new ArrayDeque<>();
    private final Map<String, Resolution> named = new HashMap<>();
    private final Map<LocatedNode, Resolution> inPlace = new IdentityHashMap<>();

    private Catalogue(
            CatalogueShapes shapes, Shelf shelf, Optional<Shelf> beside, Sources.Listed listed, PublishedTables published) {
        this.shapes = shapes;
        this.published = published;
        this.listed = listed;
        this.files = new EntryFiles(shelf, beside);
        this.extension = new Extension(files, shapes);
    }

    /** The catalogue that is packed with the classes. */
    public static Catalogue standard(Vocabulary vocabulary) {
        PackedShelf packed = PackedShelf.beside(Catalogue.class);
        return of(packed.below("catalogue"), vocabulary, PublishedTables.in(packed.below("data")));
    }

    /** The catalogue in a folder that holds a folder for each kind and {@code sources.yaml}. */
    public static Catalogue of(Path folder, Vocabulary vocabulary) {
        return of(FolderShelf.of(folder), vocabulary, PublishedTables.none());
    }

    /** Entries of a shelf, and the published tables that costs may be fitted to. */
    public static Catalogue of(Shelf shelf, Vocabulary vocabulary, PublishedTables published) {
        return new Catalogue(new CatalogueShapes(vocabulary), shelf, Optional.empty(), Sources.read(shelf), published);
    }

    /** This catalogue, fresh, as seen by a file in a folder: files beside it come first. */
    public Catalogue seenFrom(Shelf folder) {
        return new Catalogue(shapes, files.shelf(), Optional.of(folder), listed, published);
    }

    public CatalogueShapes shapes() {
        return shapes;
    }

    public PublishedTables published() {
        return published;
    }

    public Map<String, SourceSpec> sources() {
        return listed.sources();
    }

    /** What a source may be called; anything where the list itself is wrong. */
    public Optional<Set<String>> sourceNames() {
        return listed.problems().isEmpty() ? Optional.of(listed.sources().keySet()) : Optional.empty();
    }

    /** What is wrong with the list of sources. */
    public List<Problem> sourceProblems() {
        return listed.problems();
    }

    /** The names of all entries of a kind, sorted. */
    public List<String> names(CatalogueKind kind) {
        return files.names(kind);
    }

    public Optional<CatalogueKind> kindOf(String name) {
        return files.kindOf(name);
    }

    /** The title of an entry, or its name where it has none that can be read. */
    public String title(String name) {
        return kindOf(name)
                .flatMap(kind -> extension.whole(kind, Scalar.text(Place.of(name), name), "", new Problems()))
                .flatMap(tree -> tree.text("title"))
                .orElse(name);
    }

    /** An entry's file as it is written, before what it extends. */
    public Optional<Mapping> written(CatalogueKind kind, String name) {
        return files.find(kind, name, Place.of(name), "", new Problems());
    }

    /** The engine that a platform of the catalogue is but another name of; see {@link Aliases}. Own files are judged. */
    public Optional<String> aliasOf(String platform) {
        if (!files.isOfCatalogue(CatalogueKind.PLATFORMS, platform)) {
            return Optional.empty();
        }
        return new Aliases(name -> written(CatalogueKind.PLATFORMS, name)).engine(platform);
    }

    /** The entry as the core sees it. */
    public Outcome<Entry> entry(String name) {
        Problems problems = new Problems();
        Optional<CatalogueKind> kind = kindOf(name);
        if (kind.isEmpty()) {
            List<String> all = new ArrayList<>();
            for (CatalogueKind each : CatalogueKind.values()) {
                all.addAll(names(each));
            }
            problems.add(Place.of(name), "", "nothing that 'trapline list' shows has this name" + Wording.didYouMean(name, all));
            return Outcome.failed(problems.list());
        }
        Entry entry = resolve(kind.get().folder(), Scalar.text(Place.of(name), name), "", problems);
        return problems.isEmpty() ? Outcome.of(entry, List.of()) : Outcome.failed(problems.list());
    }

    /** An entry as YAML text: all that it extends, defaults, and the sources it names. */
    public Outcome<String> resolved(String name) {
        Outcome<Entry> entry = entry(name);
        return entry.failed() ? Outcome.failed(entry.problems()) : Outcome.of(new EntryText(this).of(entry.value()), List.of());
    }

    /** The same taken apart: settings, numbers, limits, sources. */
    public Outcome<Sheet> sheet(String name) {
        Outcome<Entry> entry = entry(name);
        return entry.failed() ? Outcome.failed(entry.problems()) : Outcome.of(new EntryText(this).sheet(entry.value()), List.of());
    }

    /** Every problem of every entry, of the list of sources and of the published tables. */
    public List<Problem> check() {
        Problems problems = new Problems();
        problems.addAll(sourceProblems());
        problems.addAll(published.problems());
        files.clashes().forEach((name, kinds) -> problems.add(
                Place.of(kinds.get(1).folder() + "/" + name + ".yaml"),
                "",
                "names differ over all kinds, but " + kinds.get(0).noun() + " has this one too"));
        for (CatalogueKind kind : CatalogueKind.values()) {
            for (String name : names(kind)) {
                resolve(kind.folder(), Scalar.text(Place.of(kind.folder() + "/" + name + ".yaml"), name), "", problems);
            }
        }
        return problems.list();
    }

    /** Every problem of a file that is a catalogue entry, read from its own folder. */
    public List<Problem> check(CatalogueKind kind, Mapping tree) {
        Problems problems = new Problems();
        if (tree.has("as")) {
            problems.add(tree.entries().get("as").place(), "", "'as' is for references to an entry, not for its file");
        }
        resolve(kind.folder(), tree, "", problems);
        return problems.list();
    }

    @Override
    public Shape shape(String kind) {
        return shapes.shape(kind);
    }

    /** The whole entry in place, labelled; paths can be set in it. */
    @Override
    public Optional<Mapping> open(String kind, LocatedNode reference, Problems problems) {
        if (reference == null) {
            return Optional.empty();
        }
        CatalogueKind known = CatalogueKind.of(kind);
        return extension.whole(known, reference, "", problems)
                .map(tree -> tree.with("as", Scalar.text(reference.place(), label(known, reference, tree))));
    }

    @Override
    public Entry resolve(String kind, LocatedNode node, String path, Problems problems) {
        CatalogueKind known = CatalogueKind.of(kind);
        Resolution resolution = remembered(known, node);
        if (resolution == null) {
            if (resolving.size() == MOST_NESTED) {
                problems.add(node.place(), path, "consists of itself: " + Wording.printable(String.join(" -> ", resolving)));
                return null;
            }
            resolving.addLast(node instanceof Scalar name ? name.text() : node.inWords());
            Problems found = new Problems();
            resolution = new Resolution(made(known, node, path, found), found.list());
            remember(known, node, resolution);
            resolving.removeLast();
        }
        problems.addAll(resolution.problems());
        return resolution.entry();
    }

    private Resolution remembered(CatalogueKind kind, LocatedNode node) {
        return node instanceof Scalar name ? named.get(kind.folder() + "/" + name.text()) : inPlace.get(node);
    }

    private void remember(CatalogueKind kind, LocatedNode node, Resolution resolution) {
        if (!(node instanceof Scalar name)) {
            inPlace.put(node, resolution);
        } else if (resolution.problems().isEmpty()) {
            named.put(kind.folder() + "/" + name.text(), resolution);
        }
    }

    /** Null after a problem was added. */
    private Entry made(CatalogueKind kind, LocatedNode node, String path, Problems problems) {
        Optional<Mapping> whole = extension.whole(kind, node, path, problems);
        if (whole.isEmpty()) {
            return null;
        }
        String within = node instanceof Scalar ? "" : path;
        String label = label(kind, node, whole.get());
        return kind == CatalogueKind.PLATFORMS
                ? platform(label, node, whole.get(), within, problems)
                : simple(kind, label, node, whole.get(), within, problems);
    }

    private static String label(CatalogueKind kind, LocatedNode node, Mapping whole) {
        Optional<String> as = node instanceof Mapping mapping ? mapping.text("as") : Optional.empty();
        return as.or(() -> whole.text(kind.key())).orElse("");
    }

    private Entry simple(CatalogueKind kind, String label, LocatedNode written, Mapping whole, String path, Problems problems) {
        Optional<Object> held = checker(problems).check(shapes.of(kind), whole, path);
        if (held.isPresent() && kind == CatalogueKind.WORKLOADS) {
            MixNames.check(whole, path, problems);
        }
        Entry entry = held.map(Values.class::cast)
                .map(values -> new Entry(
                        kind, label, written, whole, List.of(whole), values, SpecFactory.of(kind, label, values)))
                .orElse(null);
        if (entry != null) {
            new DeviceRules(shapes.vocabulary().devices(), problems).check(entry, path);
        }
        return entry;
    }

    private Entry platform(String label, LocatedNode written, Mapping whole, String path, Problems problems) {
        Map<String, Mapping> variants = Variants.of(whole, extension, problems);
        String aliasOf = whole.text("platform").flatMap(this::aliasOf).orElse("");
        List<PlatformSpec> specs = new ArrayList<>();
        Values first = null;
        for (Map.Entry<String, Mapping> variant : variants.entrySet()) {
            Optional<Object> held = checker(problems).check(shapes.of(CatalogueKind.PLATFORMS), variant.getValue(), path);
            if (held.isPresent()) {
                PlatformRules.check(variant.getValue(), path, problems);
                Values values = (Values) held.get();
                specs.add(SpecFactory.platform(label, variant.getKey(), aliasOf, values));
                first = first == null ? values : first;
            }
        }
        List<Mapping> trees = List.copyOf(variants.values());
        return problems.isEmpty()
                ? new Entry(CatalogueKind.PLATFORMS, label, written, whole, trees, first, List.copyOf(specs))
                : null;
    }

    private Checker checker(Problems problems) {
        Rules rules = CatalogueRules.of(sourceNames(), published);
        return new Checker(shapes.vocabulary().distributions(), this, rules, problems);
    }

    /** The canonical text of all entries that were read so far, for a hash of what a result depends on. */
    public String usedText() {
        StringBuilder text = new StringBuilder();
        files.used().forEach((name, tree) -> text.append("# ").append(name).append('\n').append(YamlWriter.write(tree)));
        return text.toString();
    }
}
