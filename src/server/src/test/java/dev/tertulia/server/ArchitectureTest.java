package dev.tertulia.server;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Which room of the process may know which. */
class ArchitectureTest {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.tertulia.server");

    @Test
    void edgesKnowNothingOfTheProcess() {
        noClasses().that().resideInAPackage("..server.settings").should().dependOnClassesThat()
                .resideInAnyPackage("dev.tertulia.server", "..server.web", "dev.tertulia.emulator..").check(SERVER);
        noClasses().that().resideInAPackage("..server.web").should().dependOnClassesThat()
                .resideInAnyPackage("dev.tertulia.server", "dev.tertulia.redis").check(SERVER);
    }

    @Test
    void nobodyHereKnowsLettuce() {
        noClasses().should().dependOnClassesThat()
                .resideInAPackage("io.lettuce..").check(SERVER);
    }

    @Test
    void onlyTracingKnowsOpenTelemetry() {
        noClasses().that().resideOutsideOfPackage("..server.tracing").should().dependOnClassesThat()
                .resideInAPackage("io.opentelemetry..").check(SERVER);
    }

    @Test
    void onlyTheProcessItselfPutsItTogether() {
        noClasses().that().resideOutsideOfPackage("dev.tertulia.server").should().dependOnClassesThat()
                .resideInAPackage("dev.tertulia.server").check(SERVER);
    }

    @Test
    void thereIsNoCircle() {
        slices().matching("dev.tertulia.(server.*)..").should().beFreeOfCycles().check(SERVER);
    }
}
