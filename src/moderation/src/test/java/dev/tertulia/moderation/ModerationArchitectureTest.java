package dev.tertulia.moderation;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Which package of moderation may know which, and that none knows more than the API. */
class ModerationArchitectureTest {

    private static final String ROOT = "dev.tertulia.moderation.";
    private static final String API = "dev.tertulia.message";
    private static final String FLEET = "dev.tertulia.fleet";
    private static final String JACKSON = "com.fasterxml.jackson..";

    private static final JavaClasses MODERATION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.tertulia.moderation");

    /** What each package may know beside itself and the JDK. */
    private static final Map<String, List<String>> KNOWS = Map.of("text",
            List.of("com.google.i18n..", "com.hankcs..", "com.ibm.icu..", "crawlercommons..", "org.nibor.autolink.."),
            "rules",
            List.of(API, FLEET, ROOT + "text", "com.google.re2j..", "org.apache.commons.text..",
                    "org.yaml.snakeyaml.."),
            "judge", List.of(API, FLEET, ROOT + "text", ROOT + "rules", "com.google.re2j.."),
            "backtest", List.of(API, FLEET, "dev.tertulia.bot", ROOT + "rules", ROOT + "judge", JACKSON),
            "canary", List.of(API, FLEET, ROOT + "rules", ROOT + "judge", JACKSON),
            "cases", List.of(API, FLEET, JACKSON),
            "classifier", List.of(ROOT + "judge", ROOT + "text", JACKSON, "com.github.benmanes.caffeine..",
                    "io.github.resilience4j..", "org.slf4j..", "io.micronaut..", "jakarta.."),
            "bot", List.of(API, FLEET, "dev.tertulia.bot", ROOT + "rules", ROOT + "judge", ROOT + "cases",
                    ROOT + "canary", ROOT + "backtest", JACKSON, "com.google.re2j..", "io.micronaut..", "jakarta..",
                    "org.slf4j.."));

    static Stream<String> packages() {
        return KNOWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void knowsOnlyWhatItMay(String name) {
        String[] allowed = Stream.concat(KNOWS.get(name).stream(),
                Stream.of(ROOT + name, "java..", "org.jspecify.annotations..")).toArray(String[]::new);

        classes().that().resideInAPackage(ROOT + name).should().onlyDependOnClassesThat().resideInAnyPackage(allowed)
                .check(MODERATION);
    }

    @Test
    void noPackageIsForgottenHere() {
        TreeSet<String> found = new TreeSet<>();
        MODERATION.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
                .forEach(name -> found.add(name.substring(ROOT.length())));

        assertThat(found).isEqualTo(new TreeSet<>(KNOWS.keySet()));
    }

    @Test
    void noPackagesKnowEachOther() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(MODERATION);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)").check(MODERATION);
    }
}
