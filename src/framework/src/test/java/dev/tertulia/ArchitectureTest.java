package dev.tertulia;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.journal.Step;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Which package may know which: the line goes one way. */
class ArchitectureTest {

    private static final String ROOT = "dev.tertulia.";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String SLF4J = "org.slf4j..";
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify.annotations..",
            "dev.tertulia.stability");

    private static final JavaClasses FRAMEWORK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.tertulia");

    /** What each package may know beside itself and the JDK. Packages of ours without two dots. */
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(Map.entry("stability", List.of()),
            Map.entry("message", List.of()),
            Map.entry("bot", List.of("message", "jakarta.inject..", "io.micronaut.context.annotation..")),
            Map.entry("business", List.of("bot", "message")), Map.entry("broadcast", List.of("bot", "message")),
            Map.entry("deadletter", List.of()), Map.entry("fleet", List.of("message")),
            Map.entry("number", List.of("message", "journal", JACKSON)),
            Map.entry("journal", List.of("message", SLF4J)),
            Map.entry("throttle", List.of("io.github.resilience4j..")), Map.entry("window", List.of("bot")),
            Map.entry("costs", List.of("message")),
            Map.entry("graph",
                    List.of("bot", "message", "business", "operation", "action", "graph.http", JACKSON,
                            "io.micronaut..")),
            Map.entry("graph.http", List.of("journal", "io.micronaut..", "io.github.resilience4j..", "reactor.core..")),
            Map.entry("graph.business",
                    List.of("bot", "message", "business", "journal", "graph", "graph.http", JACKSON, "io.micronaut..")),
            Map.entry("operation", List.of("message", "journal", "number")),
            Map.entry("action", List.of("message", "bot", "operation", "throttle")),
            Map.entry("outbox",
                    List.of("message", "bot", "business", "window", "throttle", "costs", "graph", "journal",
                            "operation", "action", "number")),
            Map.entry("groups", List.of("message", "business", "graph", "window")),
            Map.entry("store",
                    List.of("message", "bot", "action", "outbox", "operation", "window", "costs", "broadcast",
                            "deadletter",
                            "journal", "fleet")),
            Map.entry("operator",
                    List.of("message", "bot", "broadcast", "deadletter", "action", "store", "outbox", "window", "costs",
                            "number",
                            "journal", "webhook", JACKSON)),
            Map.entry("webhook", List.of("message", "store", "costs", "journal", JACKSON, "javax.crypto..")),
            Map.entry("phrases", List.of("message", "bot")),
            Map.entry("turn",
                    List.of("message", "bot", "business", "phrases", "store", "outbox", "operation", "action", "graph",
                            "journal", "costs", "groups", "number", "webhook", JACKSON, SLF4J)),
            Map.entry("handler",
                    List.of("message", "bot", "business", "phrases", "store", "turn", JACKSON, SLF4J, "io.micronaut..",
                            "jakarta.inject..", "com.google.re2j..")),
            Map.entry("dispatch",
                    List.of("message", "bot", "business", "phrases", "store", "outbox", "action", "graph", "journal",
                            "groups",
                            "number", "webhook", "turn", "handler", SLF4J)),
            Map.entry("store.memory",
                    List.of("message", "bot", "broadcast", "deadletter", "store", "outbox", "operation", "window",
                            "costs",
                            "throttle", "graph", "fleet", JACKSON)));

    static Stream<String> packages() {
        return KNOWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void knowsOnlyWhatItMay(String name) {
        Stream<String> ours = KNOWS.get(name).stream().map(other -> KNOWS.containsKey(other) ? ROOT + other : other);
        String[] allowed = Stream.of(ours, EVERYWHERE.stream(), Stream.of(ROOT + name)).flatMap(s -> s)
                .toArray(String[]::new);

        classes().that().resideInAPackage(ROOT + name).should().onlyDependOnClassesThat().resideInAnyPackage(allowed)
                .check(FRAMEWORK);
    }

    @Test
    void noPackageIsForgottenHere() {
        TreeSet<String> found = new TreeSet<>();
        FRAMEWORK.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
                .forEach(name -> found.add(name.substring(ROOT.length())));

        assertThat(found).isEqualTo(new TreeSet<>(KNOWS.keySet()));
    }

    @Test
    void noPackagesKnowEachOther() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(FRAMEWORK);
    }

    @Test
    void everyStepIsWrittenDownBySomebody() {
        List<String> written = FRAMEWORK.stream().flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(Step.class))
                .filter(access -> !access.getOriginOwner().isEquivalentTo(Step.class)).map(JavaAccess::getName)
                .toList();

        assertThat(Step.values()).extracting(Step::name).isSubsetOf(written);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
                .callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now").orShould()
                .callMethod(System.class, "currentTimeMillis").check(FRAMEWORK);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).orShould()
                .callMethod(Thread.class, "sleep", Duration.class).check(FRAMEWORK);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)").check(FRAMEWORK);
    }
}
