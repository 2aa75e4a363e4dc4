package dev.trapline.scenarios;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.Census;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Sha256;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.FolderShelf;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.PackedShelf;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlReader;
import dev.trapline.scenarios.yaml.YamlWriter;
import dev.trapline.spec.PlatformSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads scenarios: files by their path, and those that are packed with the classes by their name. */
public final class ScenarioReader {
    private static final String ENDING = ".yaml";
    private static final List<String> FOLDERS = List.of("gallery", "published", "phenomena");

    /** A file to be read: the folder it stands in, its name there, and whether it reruns a published experiment. */
    private record Located(Shelf folder, String name, boolean published) {}

    private final PackedShelf packed;
    private final Catalogue catalogue;
    private final boolean assembles;

    private ScenarioReader(PackedShelf packed, Catalogue catalogue, boolean assembles) {
        this.packed = packed;
        this.catalogue = catalogue;
        this.assembles = assembles;
    }

    /** Reads with the catalogue and the scenarios that are packed with the classes. */
    public static ScenarioReader standard(Vocabulary vocabulary) {
        PackedShelf packed = PackedShelf.beside(ScenarioReader.class);
        return new ScenarioReader(packed, Catalogue.standard(vocabulary), true);
    }

    /** Reads with these; since they may name components that cannot be made, nothing is assembled on trial. */
    public static ScenarioReader of(PackedShelf packed, Catalogue catalogue) {
        return new ScenarioReader(packed, catalogue, false);
    }

    /** The catalogue without any scenario beside it. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The names of packed scenarios: of the {@code gallery}, of {@code phenomena}, or of {@code published} experiments. */
    public List<String> names(String folder) {
        return packed.list(folder).stream()
                .filter(file -> file.endsWith(ENDING))
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .toList();
    }

    /** Reads a packed scenario by its name, or a file by its path. */
    public Outcome<ScenarioFile> read(String name, Overrides overrides) {
        Problems problems = new Problems();
        Optional<Located> located = locate(name, problems);
        Optional<Mapping> tree = located.flatMap(file -> tree(file, problems));
        if (tree.isEmpty()) {
            return Outcome.failed(problems.list());
        }
        Shelf folder = located.get().folder();
        boolean published = located.get().published();
        return new ScenarioAssembly(catalogue.seenFrom(folder), overrides, published, overrides.narrow(), assembles, problems)
                .read(folder, located.get().name(), tree.get());
    }

    /**
     * Reads a scenario's text, as results hold it; what it names may stand in a folder. The run may have been asked for less than
     * its file, so that expectations which have no subject are passed over, as they were then.
     */
    public Outcome<ScenarioFile> readText(String text, String shown, Path folder) {
        Problems problems = new Problems();
        Optional<Mapping> tree = YamlReader.read(shown, text.getBytes(StandardCharsets.UTF_8), problems)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
        if (tree.isEmpty() || !problems.isEmpty()) {
            return Outcome.failed(problems.list());
        }
        Shelf shelf = FolderShelf.of(folder);
        return new ScenarioAssembly(catalogue.seenFrom(shelf), Overrides.NONE, false, true, assembles, problems)
                .read(shelf, shown, tree.get());
    }

    public Outcome<ScenarioFile> read(Path file, Overrides overrides) {
        return read(file.toString(), overrides);
    }

    /** All problems of a scenario, or of a file that is a catalogue entry. */
    public Outcome<String> check(String name) {
        Problems problems = new Problems();
        Optional<Located> located = locate(name, problems);
        Optional<Mapping> tree = located.flatMap(file -> tree(file, problems));
        if (tree.isEmpty()) {
            return Outcome.failed(problems.list());
        }
        Optional<CatalogueKind> kind = kind(tree.get());
        if (kind.isEmpty()) {
            Outcome<ScenarioFile> read = read(name, Overrides.NONE);
            return read.failed() ? Outcome.failed(read.problems()) : Outcome.of(summary(read.value()), read.warnings());
        }
        problems.addAll(catalogue.seenFrom(located.get().folder()).check(kind.get(), tree.get()));
        return problems.isEmpty()
                ? Outcome.of(kind.get().key() + " " + tree.get().text(kind.get().key()).orElse(""), List.of())
                : Outcome.failed(problems.list());
    }

    private static String summary(ScenarioFile file) {
        int points = file.experiment().points().size();
        long platforms = file.experiment().points().get(0).platforms().stream()
                .map(PlatformSpec::label)
                .distinct()
                .count();
        return "scenario " + file.experiment().name() + ": " + platforms + (platforms == 1 ? " platform, " : " platforms, ") + points
                + (points == 1 ? " point" : " points");
    }

    private static Optional<CatalogueKind> kind(Mapping tree) {
        String first = tree.entries().keySet().stream().findFirst().orElse("");
        for (CatalogueKind kind : CatalogueKind.values()) {
            if (kind.key().equals(first) && !tree.has("scenario")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private Optional<Located> locate(String name, Problems problems) {
        boolean plain = !name.contains("/") && !name.contains("\\") && !name.endsWith(ENDING) && !name.endsWith(".yml");
        if (!plain) {
            return onDisk(name, problems);
        }
        for (String folder : FOLDERS) {
            if (packed.holds(folder + "/" + name + ENDING)) {
                return Optional.of(new Located(packed.below(folder), name + ENDING, folder.equals("published")));
            }
        }
        Optional<Located> file = onDisk(name, new Problems());
        if (file.isPresent() && file.get().folder().holds(file.get().name())) {
            return file;
        }
        List<String> known = new ArrayList<>();
        FOLDERS.forEach(folder -> known.addAll(names(folder)));
        problems.add(Place.of(name), "", "is neither a file nor a scenario that 'trapline list' shows" + Wording.didYouMean(name, known));
        return Optional.empty();
    }

    private static Optional<Located> onDisk(String name, Problems problems) {
        try {
            Path path = Path.of(name);
            Path folder = path.getParent() == null ? Path.of("") : path.getParent();
            String file = path.getFileName() == null ? "" : path.getFileName().toString();
            return Optional.of(new Located(FolderShelf.of(folder), file, false));
        } catch (InvalidPathException invalid) {
            problems.add(Place.of(name), "", "is no name of a file");
            return Optional.empty();
        }
    }

    private static Optional<Mapping> tree(Located file, Problems problems) {
        String shown = file.folder().shown(file.name());
        Optional<LocatedNode> tree = file.folder()
                .read(file.name(), Place.of(shown), problems)
                .flatMap(bytes -> YamlReader.read(shown, bytes, problems));
        if (tree.isPresent() && !(tree.get() instanceof Mapping)) {
            problems.add(tree.get().place(), "", "expected a mapping that starts with 'scenario: NAME', got " + tree.get().inWords());
        }
        return tree.filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** The numbers of the catalogue and of what belongs to published experiments. */
    public Census census() {
        Map<String, Mapping> published = new TreeMap<>();
        for (String file : packed.all("published")) {
            tree("published", file).filter(Mapping.class::isInstance).map(Mapping.class::cast).ifPresent(tree ->
                    published.put(file.substring(0, file.length() - ENDING.length()), tree));
        }
        return Census.of(catalogue, published);
    }

    /** A hash of the published tables and of the scenarios that rerun them; comments do not count. */
    public String publishedHash() {
        StringBuilder text = new StringBuilder();
        for (String folder : List.of("data", "published")) {
            for (String file : packed.list(folder)) {
                text.append("# ").append(folder).append('/').append(file).append('\n');
                text.append(tree(folder, file).map(YamlWriter::write).orElse(""));
            }
        }
        return Sha256.of(text.toString());
    }

    private Optional<LocatedNode> tree(String folder, String file) {
        Problems problems = new Problems();
        return packed.below(folder)
                .read(file, Place.of(file), problems)
                .flatMap(bytes -> YamlReader.read(file, bytes, problems));
    }

    /** The problems of the whole catalogue, for a test that holds it clean. */
    public List<Problem> checkCatalogue() {
        return catalogue.check();
    }
}
