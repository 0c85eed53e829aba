package dev.tertulia.testkit;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of authors see of the kit: the authors' API and the kit's own types. */
class FaceTest {

    /** The packages of the module {@code api}. */
    private static final Set<String> AUTHORS = Set.of("dev.tertulia.bot", "dev.tertulia.broadcast",
            "dev.tertulia.business", "dev.tertulia.deadletter", "dev.tertulia.fleet", "dev.tertulia.message",
            "dev.tertulia.testkit");

    private final JavaClasses kit = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tertulia.testkit");

    @Test
    void namesNoTypeOfTheEmulatorOrTheLine() {
        Set<String> foreign = kit.stream().filter(type -> isOpen(type.getModifiers())).flatMap(FaceTest::named)
                .filter(type -> type.getPackageName().startsWith("dev.tertulia")).filter(type -> !isKnown(type))
                .map(JavaClass::getName).collect(Collectors.toSet());

        assertThat(foreign).isEmpty();
        assertThat(kit.stream().flatMap(FaceTest::named)).as("what is hidden, so that there is something to see")
                .anyMatch(type -> type.getPackageName().equals("dev.tertulia.emulator"));
    }

    private static boolean isKnown(JavaClass type) {
        return AUTHORS.contains(type.getPackageName());
    }

    private static Stream<JavaClass> named(JavaClass type) {
        boolean open = isOpen(type.getModifiers());
        Stream<JavaCodeUnit> units = type.getCodeUnits().stream().filter(unit -> !open || isOpen(unit.getModifiers()));
        return Stream.concat(type.getAllRawInterfaces().stream(),
                units.flatMap(FaceTest::signature));
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.concat(unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
