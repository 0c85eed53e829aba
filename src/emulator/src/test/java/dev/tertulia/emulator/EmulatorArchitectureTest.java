package dev.tertulia.emulator;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The packages that each package of the emulator may depend on. */
class EmulatorArchitectureTest {
    private static final String ROOT = "dev.tertulia.emulator";

    private static final JavaClasses EMULATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    @Test
    void packagesHaveNoCycle() {
        slices().matching("dev.tertulia.(emulator.*)..").should().beFreeOfCycles().check(EMULATOR);
        noClasses().that().resideInAnyPackage(ROOT + ".*..").should().dependOnClassesThat().resideInAPackage(ROOT)
                .check(EMULATOR);
    }

    @Test
    void httpAndLockDependOnNoOtherPackage() {
        for (String leaf : new String[]{".http", ".lock"}) {
            classes().that().resideInAPackage(ROOT + leaf).should().onlyDependOnClassesThat(
                    resideInAPackage(ROOT + leaf).or(not(resideInAPackage("dev.tertulia..")))).check(EMULATOR);
        }
    }

    @Test
    void emulatorDependsOnNothingElseOfTertulia() {
        noClasses().should().dependOnClassesThat(
                resideInAPackage("dev.tertulia..").and(not(resideInAPackage(ROOT + "..")))).check(EMULATOR);
    }
}
