package dev.trapline.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.Basis;
import dev.trapline.spec.Cost;
import dev.trapline.spec.CpuSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.virtualization.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The CPU generations of the catalogue have all costs that apply to them, and what they say is plausible side by side. */
class CpuFilesTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Vocabulary.standard());
    private static final List<String> NEEDED_BY_ALL = List.of(
            "tpr-write", "interrupt", "interrupt-controller", "ipi", "refill-line", "cache-miss", "copy-byte", "copy-byte-uncached");
    private static final List<String> NESTED = List.of(
            "nested-tlb-miss", "nested-large-page-tlb-miss", "nested-switch-refill", "nested-large-page-switch-refill");

    private static List<CpuSpec> cpus() {
        return CATALOGUE.names(CatalogueKind.CPUS).stream().map(CpuFilesTest::cpu).toList();
    }

    private static CpuSpec cpu(String name) {
        return CATALOGUE.entry(name).value().spec(CpuSpec.class);
    }

    private static Optional<Cost> find(CpuSpec cpu, String cost) {
        return cpu.costs().find(cost);
    }

    private static double cycles(CpuSpec cpu, String cost) {
        return find(cpu, cost).orElseThrow(() -> new AssertionError(cpu.name() + " has no cost '" + cost + "'")).milli() / 1000.0;
    }

    private static boolean isAssisted(CpuSpec cpu) {
        return find(cpu, "exit-round-trip").isPresent();
    }

    private static boolean isX86(CpuSpec cpu) {
        return cpu.architecture().equals("x86");
    }

    /** Modes may depend on whose it is: extensions of one vendor came before a hypervisor knew those of the other. */
    @ParameterizedTest
    @MethodSource("cpus")
    void itsVendorIsSaid(CpuSpec cpu) {
        assertThat(cpu.vendor().equals("other")).isEqualTo(cpu.architecture().equals("sparc"));
        assertThat(cpu.vendor().equals("amd")).isEqualTo(cpu.title().startsWith("AMD"));
    }

    @ParameterizedTest
    @MethodSource("cpus")
    void itHasTheCostsThatApply(CpuSpec cpu) {
        assertThat(cpu.costs().costs().keySet()).containsAll(operations()).containsAll(NEEDED_BY_ALL);
        assertThat(find(cpu, "exit-pollution").isPresent()).as("exit-pollution").isEqualTo(isAssisted(cpu));
        assertThat(find(cpu, "exit-tlb-refill").isPresent()).as("exit-tlb-refill").isEqualTo(isAssisted(cpu) && !cpu.taggedTlb());
        NESTED.forEach(cost -> assertThat(find(cpu, cost).isPresent()).as(cost).isEqualTo(cpu.nestedPaging()));
        assertThat(find(cpu, "remote-memory-access").isPresent()).as("remote-memory-access").isEqualTo(cpu.numa());
    }

    /** Waking, and two threads on one core, were measured for no model: each says its source and what it may be. */
    @ParameterizedTest
    @MethodSource("cpus")
    void itsPropertiesSayHowTheyAreKnown(CpuSpec cpu) {
        assertThat(cpu.idleExit().source()).isNotEmpty();
        assertThat(cpu.idleExit().isUncertain()).isTrue();
        assertThat(cpu.smtFactor().isUncertain()).isEqualTo(!cpu.smtFactor().source().isEmpty());
    }

    /** Every machine whose cores have two threads has a processor that says what those do to each other. */
    @Test
    void pairsOfThreadsAreOnlyWhereTheirSpeedIsSaid() {
        for (String name : CATALOGUE.names(CatalogueKind.MACHINES)) {
            MachineSpec machine = CATALOGUE.entry(name).value().spec(MachineSpec.class);
            assertThat(machine.threadsPerCore() != 2 || !machine.cpu().smtFactor().source().isEmpty()).as(name).isTrue();
        }
    }

    /** An assumption has a range and says that it is one; whatever else has a source that can be read. */
    @ParameterizedTest
    @MethodSource("cpus")
    void itsCostsSayHowTheyAreKnown(CpuSpec cpu) {
        for (Cost cost : cpu.costs().all()) {
            assertThat(cost.source().equals("assumption")).as("%s", cost).isEqualTo(cost.basis() == Basis.ASSUMED);
            assertThat(cost.isUncertain() || cost.basis() == Basis.MEASURED).as("%s", cost).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cpus")
    void itsCachesGrowOutwardsAndMissesCostMore(CpuSpec cpu) {
        assertThat(cpu.caches()).hasSizeGreaterThanOrEqualTo(2);
        long bytes = 0;
        double miss = 0;
        for (CpuSpec.CacheSpec cache : cpu.caches()) {
            assertThat(cache.bytes()).as(cache.level()).isGreaterThan(bytes);
            assertThat(cycles(cpu, cache.missCost())).as(cache.level()).isGreaterThan(miss);
            bytes = cache.bytes();
            miss = cycles(cpu, cache.missCost());
        }
        assertThat(find(cpu, "refill-line").orElseThrow().lowMilli() / 1000.0).as("many lines at once")
                .isLessThan(cycles(cpu, "memory-access"));
        assertThat(cycles(cpu, "memory-access")).isEqualTo(cycles(cpu, "cache-miss"));
    }

    /** What is declared besides the direct cost of an exit is 0.25 to 2 times that, at both ends of its range. */
    @ParameterizedTest
    @MethodSource("cpus")
    void whatAnExitDisplacesIsInProportion(CpuSpec cpu) {
        if (isAssisted(cpu)) {
            double low = 0;
            double high = 0;
            for (Cost cost : Stream.of("exit-pollution", "exit-tlb-refill").flatMap(name -> find(cpu, name).stream()).toList()) {
                low += cost.lowMilli() / 1000.0;
                high += cost.highMilli() / 1000.0;
            }
            double direct = cycles(cpu, "exit-round-trip");
            assertThat(low / direct).isBetween(0.1, 0.3);
            assertThat(high / direct).isBetween(1.8, 2.1);
        }
    }

    /** The ratios that docs/MODELS.md derives. */
    @ParameterizedTest
    @MethodSource("cpus")
    void nestedWalksStandInOneProportionToItsNativeWalk(CpuSpec cpu) {
        if (cpu.nestedPaging()) {
            double walk = cycles(cpu, "tlb-miss");
            assertThat(cpu.taggedTlb()).as("nested paging came with tags or after them").isTrue();
            assertThat(cycles(cpu, "nested-tlb-miss")).isEqualTo(2.8 * walk, within(0.5));
            assertThat(cycles(cpu, "nested-large-page-tlb-miss")).isEqualTo(2.3 * walk, within(0.51));
            assertThat(find(cpu, "nested-tlb-miss").orElseThrow().highMilli() / 1000.0).isEqualTo(4.1 * walk, within(0.5));
            for (String pages : List.of("nested-", "nested-large-page-")) {
                double longer = cycles(cpu, pages + "tlb-miss") - walk;
                assertThat(cycles(cpu, pages + "switch-refill")).isEqualTo(6 * longer, within(0.01));
            }
        }
    }

    @Test
    void exitsBecameCheaperFromGenerationToGeneration() {
        List<Double> exits = Stream.of("prescott", "merom", "penryn", "nehalem", "westmere")
                .map(name -> cycles(cpu(name), "exit-round-trip"))
                .toList();
        assertThat(exits).containsExactly(3963.0, 1579.0, 1266.0, 1009.0, 761.0);
        assertThat(cycles(cpu("sandy-bridge"), "exit-round-trip")).isEqualTo(784);
        assertThat(cycles(cpu("barcelona"), "exit-round-trip")).isLessThan(cycles(cpu("k8-rev-f"), "exit-round-trip"));
        assertThat(cycles(cpu("skylake-mitigated"), "exit-round-trip")).isGreaterThan(cycles(cpu("skylake"), "exit-round-trip"));
    }

    /** Intel's processors had no tags before nested paging came, and AMD's task priority in memory traps. */
    @Test
    void featuresAppearWithTheGenerationsThatHadThem() {
        assertThat(cpus()).filteredOn(CpuSpec::nestedPaging).extracting(CpuSpec::name).containsExactlyInAnyOrder(
                "barcelona", "nehalem", "westmere", "sandy-bridge", "ivy-bridge", "haswell", "skylake", "skylake-mitigated", "zen",
                "zen-2");
        assertThat(cpus()).filteredOn(cpu -> isX86(cpu) && cpu.taggedTlb() && !cpu.nestedPaging()).extracting(CpuSpec::name)
                .containsExactly("k8-rev-f");
        assertThat(cpus()).filteredOn(cpu -> isX86(cpu) && !isAssisted(cpu)).extracting(CpuSpec::name)
                .containsExactlyInAnyOrder("pentium-2", "pentium-3", "pentium-4-northwood", "k8");
        assertThat(cpus()).filteredOn(cpu -> cpu.tprShadow() && !cpu.nestedPaging()).extracting(CpuSpec::name)
                .containsExactlyInAnyOrder("penryn", "dunnington");
    }

    @Test
    void machinesClaimVirtualizationAsTheirProcessorsHaveIt() {
        for (String name : CATALOGUE.names(CatalogueKind.MACHINES)) {
            MachineSpec machine = CATALOGUE.entry(name).value().spec(MachineSpec.class);
            assertThat(machine.hardwareVirtualization()).as(name).isEqualTo(isAssisted(machine.cpu()));
            assertThat(machine.disks()).as(name).isNotEmpty();
            assertThat(machine.nics()).as(name).isNotEmpty();
            for (CpuSpec.CacheSpec cache : machine.cpu().caches()) {
                assertThat(cache.coresSharing()).as("%s %s", name, cache.level()).isLessThanOrEqualTo(machine.coresPerSocket());
            }
        }
    }

    /** All but those that have another's price, or are part of the program's own cycles, where a file says nothing. */
    private static List<String> operations() {
        return Operation.words().stream()
                .filter(word -> !List.of("call-return", "batched-page-table-write", "address-space-creation").contains(word))
                .toList();
    }
}
