package dev.trapline.scenarios.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.SmallCatalogue;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLAnchorReplayingFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Schema and checker accept and refuse the same files, as far as form goes. */
class SchemaAgreementTest {
    private static final SchemaWriter WRITER = new SchemaWriter(SmallCatalogue.vocabulary());
    private static final SchemaWriter STANDARD_WRITER = new SchemaWriter(Vocabulary.standard());
    private static final Map<String, Schema> SCHEMAS = new HashMap<>();
    private static final Map<String, Schema> STANDARD = new HashMap<>();
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLAnchorReplayingFactory());
    private static final ScenarioReader READER = SmallCatalogue.reader();

    private static final String SCENARIO = "scenario: s\nmachine: small-machine\nplatforms: [native, split]\n"
            + "guests:\n  - { name: load, os: small-os, memory: 512 MiB, workload: batch }\n";
    private static final String MACHINE = "machine: m\ntitle: M\ncpu: small-cpu\nsockets: 1\ncores-per-socket: 2\n"
            + "clock: 2 GHz\nmemory: 4 GiB\n";
    private static final String WORKLOAD = "workload: w\ntitle: W\nkind: closed\nclients: 2\ndemand: 3 cycles\n";
    private static final String SYSTEM = "operating-system: o\ntitle: O\nfamily: linux\nbits: 32\ntick: 100 Hz\ncosts: {}\n";
    private static final String PLATFORM = "platform: p\ntitle: P\nkind: native\nyear: 2008\n"
            + "modes: [{ when: {}, cpu: native, memory: native, network: d, disk: d }]\nscheduler: { type: credit, tick: 10 ms }\n"
            + "paths: { d: { request: [{ device: nic }] } }\ncosts: {}\n";

    @TempDir
    Path folder;

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text, InputFormat.JSON);
    }

    private static String firstKey(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("").replaceAll(":.*", "");
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<Error> bySchema(String kind, String text) {
        Schema schema = SCHEMAS.computeIfAbsent(kind, key -> schema(WRITER.of(key)));
        JsonNode tree = YAML.readTree(text);
        return schema.validate(tree);
    }

    private List<Problem> byChecker(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.yaml"), text);
        Outcome<String> outcome = READER.check(file.toString());
        return outcome.problems();
    }

    private void agree(String kind, String text, boolean accepted) throws IOException {
        List<Problem> problems = byChecker(text);
        List<Error> errors = bySchema(kind, text);
        assertThat(problems.isEmpty()).as("checker: %s", problems).isEqualTo(accepted);
        assertThat(errors.isEmpty()).as("schema: %s", errors).isEqualTo(accepted);
    }

    static Stream<Path> files() throws IOException {
        return yaml(Path.of("src/test/resources/small")).stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theSmallCatalogueIsAcceptedByItsSchemas(Path file) throws IOException {
        String text = Files.readString(file);
        String kind = file.endsWith("sources.yaml") ? "sources" : firstKey(text);
        assertThat(bySchema(kind, text)).isEmpty();
    }

    /** The files that come with Trapline, by the schemas of its own vocabulary, which are those checked in. */
    @ParameterizedTest
    @ValueSource(strings = {"catalogue", "gallery", "published", "phenomena"})
    void whatComesWithTraplineIsAcceptedByItsSchemas(String name) throws IOException {
        for (Path file : yaml(Path.of(name))) {
            String text = Files.readString(file);
            String kind = file.endsWith("sources.yaml") ? "sources" : firstKey(text);
            Schema schema = STANDARD.computeIfAbsent(kind, key -> schema(STANDARD_WRITER.of(key)));
            assertThat(schema.validate(YAML.readTree(text))).as(file.toString()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | question: Why?",
        "true  | run: { duration: 1.5 s, warm-up: 0 ms, confidence: 99 % }",
        "true  | vary: { guests.load.count: [1, 2], guests.load.nic.model: [e1000, paravirtual] }",
        "true  | vary: { guests.load.count: { from: 1, to: 16, factor: 2 }, guests.load.vcpus: { from: 1, to: 4, points: 2, scale: log } }",
        "true  | vary: { zipped: { guests.load.count: [1, 2], guests.load.vcpus: { from: 1, to: 2, step: 1 } } }",
        "true  | vary: { zipped: [{ guests.load.count: [1, 2] }, { guests.load.vcpus: [1, 2] }] }",
        "true  | vary: { latin-hypercube: { points: 3, seed: 5, over: { guests.load.count: { from: 1, to: 9, scale: log } } } }",
        "false | vary: { latin-hypercube: { over: { guests.load.count: { from: 1, to: 9 } } } }",
        "false | vary: { latin-hypercube: { points: 3, over: { guests.load.count: { from: 1, to: 9, step: 1 } } } }",
        "false | vary: { guests.load.count: { to: 9, step: 1 } }",
        "false | vary: { zipped: [1, 2] }",
        "true  | limits: ignore",
        "true  | expect: [{ metric: load.throughput, at: { platform: split }, value: 3 /s, within: 10 % }]",
        "true  | expect: [{ metric: core.idle, at-least: 80 % }, { metric: load.latency.p95, order: [native < split] }]",
        "false | objective: faster",
        "true  | objective: { largest: tiles, while: [{ metric: load.latency.p95, at-most: 1 s }], between: [1, 8] }",
        "true  | tiles: 3",
        "false | tiles: some",
        "false | objective: { largest: tiles, between: [1, 8] }",
        "false | objective: { largest: tiles, while: [{ metric: load.latency.p95, at-most: 1 }], between: [1, 8] }",
        "false | hosts: here",
        "false | hosts: [{ name: a }]",
        "false | qestion: Why?",
        "false | question: [Why?]",
        "false | question: 7",
        "false | question: ''",
        "false | question:",
        "false | run: { duration: 20 }",
        "false | run: { duration: 20s }",
        "false | run: { duration: 20 S }",
        "true  | run: { warm-up: auto, precision: { relative: 5 %, metrics: [latency.p95], min: 5, max: 20 } }",
        "false | run: { warm-up: self }",
        "false | run: { precision: 5 % }",
        "false | run: { precision: { relative: 5 %, metrics: [exits.rate] } }",
        "false | run: { seed: 1.5 }",
        "false | run: { seed: '1' }",
        "false | run: { replications: 0 }",
        "false | run: { sede: 1 }",
        "false | run: 20 s",
        "false | vary: { guests.load.count: 1 }",
        "false | vary: [guests.load.count]",
        "false | limits: none",
        "false | expect: { metric: load.throughput }",
        "false | expect: [{ metrik: load.throughput, value: 3 /s, within: 10 % }]",
        "false | expect: [{ metric: load.throughput, value: fast, within: 10 % }]",
        "false | expect: [{ metric: load.throughput, value: 3 /s, within: 10 %, use: guess }]"
    })
    void onScenarios(boolean accepted, String more) throws IOException {
        agree("scenario", SCENARIO + more + "\n", accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | small-machine | { extends: small-machine, as: big, clock: 3 GHz }",
        "true  | small-machine | { extends: small-machine, cpu: { tagged-tlb: true } }",
        "true  | small-machine | { extends: small-machine, cpu: { extends: small-cpu, idle-exit: 1 us } }",
        "false | small-machine | { extends: small-machine, clck: 3 GHz }",
        "false | small-machine | { extends: small-machine, cpu: { tagged: true } }",
        "false | small-machine | { clock: 3 GHz }",
        "false | small-machine | [small-machine]",
        "true  | [native, split] | [native, { extends: split, as: t, scheduler: { tick: 1 ms } }]",
        "true  | [native, split] | [native, { extends: split, as: t, scheduler: { type: round-robin } }]",
        "true  | [native, split] | [native, { extends: split, as: t, costs: { signal: { value: 701 cycles } } }]",
        "false | [native, split] | [native, { extends: split, as: t, scheduler: { tock: 1 ms } }]",
        "false | [native, split] | [native, { extends: split, as: t, costs: { signal: { value: 701 cycle } } }]",
        "false | [native, split] | [native, { extends: split, as: t, driver-domain: { vcpus: few } }]",
        "false | [native, split] | native",
        "true  | workload: batch | workload: { extends: batch, clients: 3 }",
        "true  | workload: batch | workload: { workload: mine, title: Mine, kind: idle }",
        "true  | workload: batch | workload: { workload: mine, as: other, title: Mine, kind: idle }",
        "false | workload: batch | workload: { workload: mine, title: Mine, kind: idel }",
        "false | workload: batch | workload: { workload: mine, title: Mine }",
        "true  | memory: 512 MiB | memory: 0.5 GiB, cpu: { weight: 2.5, reserve: 10 %, cap: none }",
        "true  | memory: 512 MiB | memory: 1 GB, cpu: { cap: 50 % }, vcpus: 2, nic: { model: e1000 }",
        "false | memory: 512 MiB | memory: 512",
        "false | memory: 512 MiB | memory: 512 MiB, cpu: { cap: some }",
        "false | memory: 512 MiB | memory: 512 MiB, cpu: { weight: 0 }",
        "false | memory: 512 MiB | memory: 512 MiB, count: 0",
        "false | memory: 512 MiB | vcpus: 1",
        "false | memory: 512 MiB | memory: 512 MiB, on: 7"
    })
    void onPartsOfScenarios(boolean accepted, String old, String changed) throws IOException {
        agree("scenario", SCENARIO.replace(old, changed), accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | ;", "true  | 64-bit: false;disks: [small-disk]", "true  | nics: [{ extends: small-nic, rate: 100 Mb/s }]",
        "false | 64-bit: no", "false | threads-per-core: 9", "false | disks: small-disk", "false | extra: 1", "false | as: other"
    })
    void onMachines(boolean accepted, String more) throws IOException {
        agree("machine", MACHINE + more.replace(";", "\n") + "\n", accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | think: 30 ms", "true  | think: { lognormal: { mean: 30 ms, cv: 1.5 } }", "true  | think: { empirical: { values: [1 s, 2 s] } }",
        "true  | mixes: { m: { system-call: { value: 3, range: [1, 4.5], basis: assumed, source: guess } } }", "true  | mixes: {}",
        "false | think: 30", "false | think: { lognorml: { mean: 30 ms, cv: 1.5 } }", "false | think: { lognormal: { mean: 30 ms } }",
        "false | think: { lognormal: { mean: 30 ms, cv: 1.5, sd: 1 } }", "false | think: { lognormal: { mean: 30, cv: 1.5 } }",
        "false | think: { lognormal: { mean: 30 ms, cv: -1 } }", "false | think: {}", "false | think: [30 ms]",
        "false | think: { exponential: { mean: 1 s }, constant: { value: 1 s } }",
        "false | mixes: { m: { system-cal: { value: 3, basis: assumed, source: guess } } }",
        "false | mixes: { m: { system-call: { value: 3 cycles, basis: assumed, source: guess } } }",
        "false | mixes: { m: { system-call: { value: 3, basis: guessed, source: guess } } }",
        "false | depth: 3"
    })
    void onWorkloads(boolean accepted, String more) throws IOException {
        agree("workload", WORKLOAD + more + "\n", accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | costs: {} | costs: { a: { value: 3 cycles, basis: measured, source: guess } }",
        "true  | costs: {} | costs: { a: { value: 3 us, at: 1 GHz, basis: measured, source: guess } }",
        "false | costs: {} | costs: { a: { value: 3 cycles, basis: measured } }",
        "false | costs: {} | costs: { a: 3 cycles }",
        "false | costs: {} | costs: []",
        "false | tick: 100 Hz | tick: 100",
        "false | family: linux | family: unix",
        "false | bits: 32 | bits: 16"
    })
    void onOperatingSystems(boolean accepted, String old, String changed) throws IOException {
        agree("operating-system", SYSTEM.replace(old, changed), accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | kind: native | kind: native",
        "true  | when: {} | when: { os: [linux, windows], bits: 32 }",
        "true  | costs: {} | costs: {}; variants: { a: { year: 2009 }, b: {} }",
        "true  | [{ device: nic }] | [{ device: nic }, { notify: interrupt }]",
        "false | kind: native | kind: natve",
        "false | when: {} | when: { oss: linux }",
        "false | cpu: native | cpu: none",
        "false | tick: 10 ms | tick: 10 ms, slice: 3 ms",
        "false | type: credit, tick: 10 ms | type: credit",
        "false | [{ device: nic }] | [{ devise: nic }]",
        "false | [{ device: nic }] | [{ device: nic, notify: interrupt }]",
        "false | [{ device: nic }] | [{ device: tape }]",
        "false | costs: {} | costs: {}; variants: {}",
        "false | costs: {} | costs: {}; variants: { a: { yaer: 2009 } }",
        "false | costs: {} | costs: {}; limits: [{ rule: guests, source: guess }]",
        "false | year: 2008 | year: soon"
    })
    void onPlatforms(boolean accepted, String old, String changed) throws IOException {
        agree("platform", PLATFORM.replace(old, changed).replace("; ", "\n"), accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | machine: m; extends: small-machine; sockets: 2",
        "false | machine: m; extends: small-machine; sokets: 2",
        "false | machine: m; sockets: 2",
        "false | extends: small-machine"
    })
    void onEntriesThatExtendOthers(boolean accepted, String text) throws IOException {
        String file = text.replace("; ", "\n") + "\n";
        assertThat(bySchema("machine", file).isEmpty()).isEqualTo(accepted);
        assertThat(byChecker(file).isEmpty()).isEqualTo(accepted);
    }
}
