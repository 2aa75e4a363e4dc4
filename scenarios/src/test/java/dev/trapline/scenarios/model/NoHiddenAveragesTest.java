package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.scenarios.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Platform files hold what a mechanism costs, how often a code path does it, and limits; what becomes of that (batches,
 * probabilities of a notification, utilisation, contention) is an outcome, and no factor stands for a platform. A number can
 * only be in the places that are listed here; whoever needs another one has to say here what it is.
 */
class NoHiddenAveragesTest {
    /** Occurrences, and limits on operations that are held back or under way. */
    private static final Set<String> NUMBERS_OF_STAGES = Set.of("times", "combine", "outstanding");
    /** A delay that holds no core, the rate of world switches above which packets are held back, and the largest segments. */
    private static final Set<String> QUANTITIES_OF_STAGES = Set.of("delay", "above", "segmentation", "coalesce");
    private static final Set<String> WORDS_OF_STAGES = Set.of(
            "stage", "image", "host-cache", "notify", "interrupt", "device", "at", "mechanism", "cost", "datagram-cost", "per", "per-byte",
            "executor", "each-crosses", "unless", "deliver", "exit-less", "in-software", "by");
    private static final Set<String> NUMBERS_OF_CHARGES = Set.of("times");
    private static final Set<String> WORDS_OF_CHARGES = Set.of("at", "mechanism", "cost");
    private static final Set<String> NUMBERS_OF_EXECUTORS = Set.of("batch", "ring", "affinity", "weight");
    private static final Set<String> WORDS_OF_EXECUTORS = Set.of("in", "level", "one-per");
    private static final Set<String> KEYS_OF_PLATFORMS = Set.of(
            "platform", "as", "title", "kind", "year", "extends", "modes", "scheduler", "scheduler-ranges", "driver-domain", "host-os",
            "idle", "ticks", "spin-wait", "pages", "dedicated-threads", "memory", "variant", "world-switch", "executors", "events",
            "images", "image-layouts", "host-cache", "paths", "delays", "limits", "costs", "variants");
    /** Files that belong to an experiment and are no platforms. */
    private static final Set<String> KINDS_BESIDES = Set.of("workload", "operating-system", "machine", "cpu", "device");
    private static final Pattern COST = Pattern.compile("[0-9.]+ (cycles|ns|us|ms)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+( ?[%A-Za-z/]+)?");
    private static final Pattern OUTCOME = Pattern.compile(
            "(?i)average batch|mean batch|batch(es)? of [0-9]|batch size|on average|probab|likel|utili[sz]ation|contention"
                    + "|slow-?down|slower|factor|multipl(y|ier)|percent of native|of native speed");

    /** A time, a rate of events or a size, or the name of a cost; no percentage and no plain number. */
    private static final Pattern QUANTITY = Pattern.compile("[0-9.]+ (ns|us|ms|/s|B|KiB)|[a-z][a-z0-9-]*");
    /** In names and texts of code: what could only be put there, as the model would have to find it out. */
    private static final Pattern OUTCOME_IN_CODE = Pattern.compile(
            "(?i)(average|mean|expected|typical)_?(batch|burst|queue|notification)|batch_?(average|mean)|probab|likel|utili[sz]"
                    + "|contention|slow_?-?down|multiplier|factor(?!y|ies)|import dev\\.trapline\\.random|Math\\.random");
    private static final String DRAWING = "import dev.trapline.random";
    /** The hash of a connection, by which an interface chooses its queue: it is mixed as draws are, and decides nothing by chance. */
    private static final Set<String> HASHES = Set.of("Flow.java");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    /** Platforms of the catalogue, and those that experiments, phenomena and galleries bring along or change. */
    static Stream<Path> platforms() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("catalogue/platforms", "published", "phenomena", "gallery")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    /** What carries packets and operations, serves them, prices them, and runs in a guest. */
    static Stream<Path> classes() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String part : List.of("devicepath", "hardware", "virtualization", "guest")) {
            try (Stream<Path> files = Files.walk(Path.of("../simulator-core/src/main/java/dev/trapline", part))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(all::add);
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("classes")
    void classesHoldNoneEither(Path file) throws IOException {
        List<String> outcomes = outcomes(Files.readString(file));
        assertThat(HASHES.contains(file.getFileName().toString()) ? without(DRAWING, outcomes) : outcomes).isEmpty();
    }

    private static List<String> without(String one, List<String> all) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "private final double meanBatch;, meanBatch",
        "double wakes = notificationProbability;, Probab",
        "'Shape.optional(\"utilization\", share)', utiliz",
        "import dev.trapline.random.KeyedSource;, import dev.trapline.random",
        "return cycles * SLOWDOWN;, SLOWDOWN",
        "long price = base * contentionFactor;, contention"
    })
    void whatHidesInAClassIsFound(String code, String found) {
        assertThat(outcomes(code)).contains(found);
        assertThat(outcomes("/* " + code + " */ int batch; SchedulerFactory of;")).isEmpty();
    }

    private static List<String> outcomes(String code) {
        return OUTCOME_IN_CODE.matcher(COMMENT.matcher(code).replaceAll("")).results().map(found -> found.group()).toList();
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void numbersStandOnlyWhereTheyAreCostsCountsOrLimits(Path file) throws IOException {
        assertThat(findings(Files.readString(file))).isEmpty();
    }

    @Test
    void thereArePlatformsToLookAt() throws IOException {
        assertThat(platforms()).hasSizeGreaterThanOrEqualTo(6);
    }

    /** What the test above is for: each of these must not get through. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "slowdown: 1.3 | key 'slowdown'",
        "utilization: 70 % | key 'utilization'",
        "costs: { emulation-factor: { value: 3 cycles } } | 'emulation-factor' names an outcome",
        "costs: { netback: { value: 0.4 } } | '0.4' is no cost",
        "costs: { netback: { value: 40 % } } | '40 %' is no cost",
        "costs: { netback: { value: 90 cycles, note: spread over an average batch } } | 'spread over an average batch' names an outcome",
        "paths: { net: { transmit: [ { stage: send, batch: 8 } ] } } | key 'batch'",
        "paths: { net: { transmit: [ { notify: signal, probability: 0.2 } ] } } | key 'probability'",
        "paths: { net: { transmit: [ { notify: signal, unless: 0.2 } ] } } | number '0.2' of 'unless'",
        "paths: { net: { transmit: [ { stage: send, times: 1.5 } ] } } | '1.5' is no count",
        "events: { ipi: [ { at: hypervisor, cost: 900 cycles } ] } | number '900 cycles' of 'cost'",
        "executors: { netback: { batch: 22.7 } } | '22.7' is no count",
        "variants: { fast: { costs: { send: { value: 0.5 } } } } | '0.5' is no cost",
        "modes: [ { when: {}, costs: { send: { value: 0.5 } } } ] | '0.5' is no cost",
        "modes: [ { when: {}, events: { tick: [ { at: hypervisor, cost: tick, share: 30 % } ] } } ] | key 'share'",
        "paths: { net: { transmit: [ { delay: 30 % } ] } } | '30 %' is no time, rate or size",
        "{ scenario: s, platforms: [ { extends: esx-3.5, as: e, slowdown: 2 } ] } | key 'slowdown'",
        "{ scenario: s, platforms: [ native, { extends: esx-3.5, as: e, costs: { send: { value: 1.3 } } } ] } | '1.3' is no cost"
    })
    void whatHidesIsFound(String text, String finding) {
        assertThat(findings(text)).anyMatch(each -> each.contains(finding));
    }

    private static List<String> findings(String text) {
        Problems problems = new Problems();
        LocatedNode tree = YamlReader.read("platform", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        assertThat(problems.isEmpty()).isTrue();
        List<String> findings = new ArrayList<>();
        Mapping file = (Mapping) tree;
        if (file.has("scenario")) {
            items(file.find("platforms"), item -> {
                if (item instanceof Mapping changed) {
                    platform(changed, findings);
                }
            });
        } else if (KINDS_BESIDES.stream().noneMatch(file::has)) {
            platform(file, findings);
        }
        return findings;
    }

    private static void platform(Mapping tree, List<String> findings) {
        eachOf(tree, (key, value) -> {
            if (!KEYS_OF_PLATFORMS.contains(key)) {
                findings.add(value.place() + ": key '" + key + "' of a platform");
            }
        });
        parts(tree, findings);
        items(tree.find("modes"), mode -> parts((Mapping) mode, findings));
        for (String lists : List.of("paths", "images")) {
            items(tree.find(lists), stage -> values(
                    stage, NUMBERS_OF_STAGES, QUANTITIES_OF_STAGES, WORDS_OF_STAGES, findings));
        }
        tree.find("executors").ifPresent(executors -> eachOf(executors, (name, executor) ->
                values(executor, NUMBERS_OF_EXECUTORS, Set.of(), WORDS_OF_EXECUTORS, findings)));
        tree.find("variants").ifPresent(variants -> eachOf(variants, (name, variant) -> platform((Mapping) variant, findings)));
    }

    /** What a platform and each of its modes may hold. */
    private static void parts(Mapping tree, List<String> findings) {
        items(tree.find("events"), charge -> values(charge, NUMBERS_OF_CHARGES, Set.of(), WORDS_OF_CHARGES, findings));
        tree.find("costs").ifPresent(costs -> eachOf(costs, (name, cost) -> cost(name, (Mapping) cost, findings)));
    }

    private static void values(
            LocatedNode of, Set<String> numbers, Set<String> quantities, Set<String> words, List<String> findings) {
        eachOf(of, (key, value) -> {
            String text = ((Scalar) value).text();
            if (numbers.contains(key)) {
                if (!text.matches("[0-9]+")) {
                    findings.add(value.place() + ": '" + text + "' is no count");
                }
            } else if (words.contains(key)) {
                if (NUMBER.matcher(text).matches()) {
                    findings.add(value.place() + ": number '" + text + "' of '" + key + "'");
                }
            } else if (!quantities.contains(key)) {
                findings.add(value.place() + ": key '" + key + "'");
            } else if (!QUANTITY.matcher(text).matches() && !(key.equals("delay") && text.matches("[a-z-]+"))) {
                // the name of a delay stands for a quantity among the platform's 'delays'

                findings.add(value.place() + ": '" + text + "' is no time, rate or size");
            }
        });
    }

    private static void cost(String name, Mapping cost, List<String> findings) {
        List<LocatedNode> amounts = new ArrayList<>(cost.find("value").stream().toList());
        cost.find("range").ifPresent(range -> amounts.addAll(((Sequence) range).items()));
        for (LocatedNode amount : amounts) {
            if (!COST.matcher(((Scalar) amount).text()).matches()) {
                findings.add(amount.place() + ": " + amount.inWords() + " is no cost");
            }
        }
        for (String text : List.of(name, cost.text("note").orElse(""))) {
            if (OUTCOME.matcher(text).find()) {
                findings.add(cost.place() + ": '" + text + "' names an outcome");
            }
        }
    }

    /** The items of all lists below a mapping of lists, or of mappings of lists. */
    private static void items(Optional<LocatedNode> below, Consumer<LocatedNode> item) {
        below.ifPresent(node -> {
            if (node instanceof Sequence list) {
                list.items().forEach(item);
            } else {
                eachOf(node, (key, value) -> items(Optional.of(value), item));
            }
        });
    }

    private static void eachOf(LocatedNode mapping, BiConsumer<String, LocatedNode> entry) {
        ((Mapping) mapping).entries().forEach((key, value) -> entry.accept(key, value.value()));
    }
}
