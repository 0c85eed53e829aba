package dev.tertulia.stability;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each public type of the API is marked as stable or experimental, by itself, its outer type or its package. */
class ApiMarksTest {

    private static final Path CLASSES = Path.of("target", "classes");

    static Stream<Class<?>> publicTypes() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(CLASSES)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class")).toList();
        }
        return files.stream().<Class<?>>map(ApiMarksTest::load).filter(ApiMarksTest::isPublic);
    }

    private static Class<?> load(Path file) {
        String name = CLASSES.relativize(file).toString().replace(".class", "").replace(file.getFileSystem()
                .getSeparator(), ".");
        try {
            return Class.forName(name, false, ApiMarksTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    private static boolean marked(Class<?> type) {
        return type.isAnnotationPresent(Stable.class) || type.isAnnotationPresent(Experimental.class)
                || type.getDeclaringClass() != null && marked(type.getDeclaringClass())
                || type.getPackage().isAnnotationPresent(Stable.class);
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void isMarked(Class<?> type) {
        assertThat(marked(type)).as(type + " or its package is marked with @Stable or @Experimental").isTrue();
        assertThat(type.isAnnotationPresent(Stable.class) && type.isAnnotationPresent(Experimental.class)).isFalse();
    }

    @Test
    void bothMarksAreUsed() throws IOException {
        assertThat(publicTypes()).anyMatch(type -> type.isAnnotationPresent(Experimental.class))
                .hasSizeGreaterThan(100);
    }
}
