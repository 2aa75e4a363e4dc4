package dev.trapline;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.trapline.breaches.Breaches;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the order of the core's packages, and that a run is a pure function of its input. */
final class ArchitectureTest {
    /** From the ground up: each may use only those before it. */
    private static final List<String> PACKAGES = List.of(
            "engine",
            "random",
            "declare",
            "spec",
            "result",
            "measure",
            "queueing",
            "hardware",
            "work",
            "scheduler",
            "virtualization",
            "guest",
            "devicepath",
            "memory",
            "workload",
            "platform",
            "run");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.trapline");

    private static final JavaClasses BREACHES = new ClassFileImporter().importClasses(Breaches.class);

    private static final ArchRule RESULTS_DEPEND_ON_INPUT_ONLY =
            classes().should(Forbidden.notToBeCalled()).allowEmptyShould(true);

    private static final ArchRule NO_OTHER_RANDOM_NUMBERS = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.random", "org.apache.commons.math3.random"))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(util|security)\\.(Random|SecureRandom|SplittableRandom|concurrent\\.ThreadLocalRandom)")
            .because("draws come from the keyed source of dev.trapline.random")
            .allowEmptyShould(true);

    private static final ArchRule NO_STATIC_MUTABLE_STATE = fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("simulations run side by side and share nothing")
            .allowEmptyShould(true);

    private static final ArchRule THREADS_ONLY_IN_RUN = noClasses()
            .that(resideOutsideOfPackages("dev.trapline.run.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.concurrent.."))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(Thread|ThreadLocal|InheritableThreadLocal)")
            .orShould()
            .callMethodWhere(target(
                    nameMatching("parallel(Stream)?")))
            .because("one simulation is single-threaded; only run puts several side by side")
            .allowEmptyShould(true);

    private static final ArchRule NO_FILES = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net..", "java.awt..", "javax.."))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File|FileReader|FileWriter|FileInputStream|FileOutputStream|RandomAccessFile)")
            .because("the core is asked by records and answers in records")
            .allowEmptyShould(true);

    static List<String> packages() {
        return PACKAGES;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyPackagesBelowItself(String name) {
        String[] above = IntStream.range(PACKAGES.indexOf(name) + 1, PACKAGES.size())
                .mapToObj(index -> in(PACKAGES.get(index)))
                .toArray(String[]::new);
        noClasses()
                .that(resideInAnyPackage(in(name)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(above))
                .because("the packages stand on each other in this order: " + String.join(", ", PACKAGES))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void everyClassHasItsPlaceInTheOrder() {
        String[] known = PACKAGES.stream().map(ArchitectureTest::in).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).allowEmptyShould(true).check(CORE);
    }

    @Test
    void resultsDependOnTheInputOnly() {
        RESULTS_DEPEND_ON_INPUT_ONLY.check(CORE);
    }

    @Test
    void randomNumbersComeFromTheKeyedSource() {
        NO_OTHER_RANDOM_NUMBERS.check(CORE);
    }

    @Test
    void nothingStaticIsMutable() {
        NO_STATIC_MUTABLE_STATE.check(CORE);
    }

    @Test
    void threadsLiveInRunOnly() {
        THREADS_ONLY_IN_RUN.check(CORE);
    }

    @Test
    void theCoreKnowsNoFiles() {
        NO_FILES.check(CORE);
    }

    /** Each breach is found: a rule that never fires holds nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.log(double)",
                "Math.random()",
                "System.nanoTime()",
                "String.format(java.lang.String, [Ljava.lang.Object;)",
                "HashMap.<init>(java.util.Map)",
                "HashSet.<init>()",
                "Map.of(",
                "Collectors.groupingBy(java.util.function.Function)"
            })
    void aForbiddenCallIsReported(String call) {
        assertThatThrownBy(() -> RESULTS_DEPEND_ON_INPUT_ONLY.check(BREACHES)).hasMessageContaining(call);
    }

    @Test
    void whatIsAllowedIsNotReported() {
        assertThat(RESULTS_DEPEND_ON_INPUT_ONLY.evaluate(BREACHES).getFailureReport().toString())
                .doesNotContain("sqrt")
                .doesNotContain("StrictMath.log")
                .doesNotContain("LinkedHashMap.<init>")
                .doesNotContain("format(java.util.Locale");
    }

    @Test
    void theOtherRulesFireToo() {
        assertThatThrownBy(() -> NO_OTHER_RANDOM_NUMBERS.check(BREACHES)).hasMessageContaining("java.util.Random");
        assertThatThrownBy(() -> NO_STATIC_MUTABLE_STATE.check(BREACHES)).hasMessageContaining("count");
        assertThatThrownBy(() -> THREADS_ONLY_IN_RUN.check(BREACHES))
                .hasMessageContaining("java.lang.Thread")
                .hasMessageContaining("parallel()");
        assertThatThrownBy(() -> NO_FILES.check(BREACHES)).hasMessageContaining("java.nio.file.Path");
    }

    private static String in(String name) {
        return "dev.trapline." + name + "..";
    }
}
