package dev.tertulia.server;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The packages of the server have only the allowed dependencies. */
class ServerArchitectureTest {

    private static final String ROOT = "dev.tertulia.server.";

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.tertulia.server");

    /** The packages of the server that each package may depend on. */
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(Map.entry("settings", List.of()),
            Map.entry("logging", List.of("settings")), Map.entry("turns", List.of()), Map.entry("metrics", List.of()),
            Map.entry("tracing", List.of()), Map.entry("edge", List.of()), Map.entry("lines", List.of("settings")),
            Map.entry("storage", List.of("settings", "lines", "turns")),
            Map.entry("numbers", List.of("settings", "lines", "storage", "beans")),
            Map.entry("health", List.of("settings", "lines", "storage")),
            Map.entry("beans", List.of("settings", "lines")),
            Map.entry("cli",
                    List.of("settings", "doctor", "cli.terminal", "cli.store", "cli.line", "cli.emulator",
                            "cli.delivery", "cli.project")),
            Map.entry("cli.project", List.of("cli.terminal")),
            Map.entry("cli.delivery", List.of("settings", "cli.terminal", "cli.store", "cli.emulator")),
            Map.entry("cli.emulator", List.of("settings", "cli.terminal")),
            Map.entry("cli.line", List.of("settings", "cli.terminal", "cli.store")),
            Map.entry("cli.terminal", List.of()), Map.entry("cli.store", List.of("settings", "storage")),
            Map.entry("doctor", List.of("settings")),
            Map.entry("web", List.of("settings", "turns")),
            Map.entry("console.access", List.of("settings", "turns", "edge")),
            Map.entry("console.page", List.of("settings", "lines", "console.access")),
            Map.entry("console.login", List.of("settings", "console.access", "console.page")),
            Map.entry("console.assets", List.of("settings", "console.page")),
            Map.entry("console.overview", List.of("settings", "lines", "storage", "console.page")),
            Map.entry("console.notice", List.of("console.page")),
            Map.entry("console.groups",
                    List.of("settings", "lines", "console.page", "console.notice", "console.events",
                            "console.moderation")),
            Map.entry("console.events", List.of("settings", "lines", "console.page")),
            Map.entry("console.broadcasts", List.of("settings", "lines", "console.page", "console.notice")),
            Map.entry("console.numbers",
                    List.of("settings", "lines", "storage", "metrics", "doctor", "console.page")),
            Map.entry("console.moderation", List.of("settings", "lines", "storage", "console.access", "console.page")),
            Map.entry("console.rules", List.of("settings", "lines", "console.page", "console.moderation")),
            Map.entry("console.people", List.of("settings", "lines", "console.page", "console.moderation")),
            Map.entry("console.deliveries", List.of("settings", "lines", "console.page")),
            Map.entry("demo", List.of("settings", "lines", "storage", "turns")));

    static Stream<String> rooms() {
        return KNOWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void knowsOnlyWhatItMay(String room) {
        String[] others = KNOWS.keySet().stream()
                .filter(other -> !other.equals(room) && !KNOWS.get(room).contains(other)).map(ROOT::concat)
                .toArray(String[]::new);

        noClasses().that().resideInAPackage(ROOT + room).should().dependOnClassesThat().resideInAnyPackage(others)
                .check(SERVER);
    }

    @Test
    void noPackageIsForgottenHere() {
        Set<String> found = SERVER.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length())).collect(Collectors.toSet());

        assertThat(found).isEqualTo(KNOWS.keySet());
    }

    @Test
    void onlyTheDemoAndThePagesKnowTheEmulator() {
        noClasses().that().resideOutsideOfPackages("dev.tertulia.server", ROOT + "demo", ROOT + "web").should()
                .dependOnClassesThat().resideInAPackage("dev.tertulia.emulator..").check(SERVER);
    }

    @Test
    void onlyFewPackagesKnowRedis() {
        noClasses().that()
                .resideOutsideOfPackages("dev.tertulia.server", ROOT + "settings", ROOT + "storage", ROOT + "cli.store",
                        ROOT + "doctor")
                .should().dependOnClassesThat().resideInAPackage("dev.tertulia.redis..").check(SERVER);
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
