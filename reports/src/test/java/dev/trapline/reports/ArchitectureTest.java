package dev.trapline.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Reports read result records and nothing else of Trapline; inside, each package uses only those before it. */
@AnalyzeClasses(packages = "dev.trapline.reports", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_RESULTS_ONLY = noClasses()
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "belong to another room of Trapline",
                    it -> it.getPackageName().startsWith("dev.trapline.")
                            && !it.getPackageName().startsWith("dev.trapline.reports")
                            && !it.getPackageName().equals("dev.trapline.result")));

    @ArchTest
    static final ArchRule DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("digest")
            .definedBy("dev.trapline.reports.digest")
            .layer("chart")
            .definedBy("dev.trapline.reports.chart")
            .layer("page")
            .definedBy("dev.trapline.reports.page", "dev.trapline.reports.pages..")
            .layer("files")
            .definedBy("dev.trapline.reports")
            .whereLayer("files")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("files")
            .whereLayer("chart")
            .mayOnlyBeAccessedByLayers("page", "files")
            .whereLayer("digest")
            .mayOnlyBeAccessedByLayers("chart", "page", "files");
}
