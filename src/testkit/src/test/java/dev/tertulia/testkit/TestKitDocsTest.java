package dev.tertulia.testkit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/testing.md} names every type and method of the test kit. */
class TestKitDocsTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "testing.md");

    static Stream<Class<?>> types() {
        return Stream.of(BotTest.class, TestBean.class, Called.class, Of.class, WithApproval.class, TestGroup.class,
                TestMember.class, TestChat.class, TestClock.class, TestWhatsApp.class, TestBots.class, Heard.class);
    }

    static Stream<String> names() {
        return types().flatMap(type -> Stream.concat(
                Stream.of(type.getSimpleName()).filter(name -> type != TestMember.class && type != TestChat.class
                        && type != Heard.class),
                Stream.of(type.getDeclaredMethods()).filter(TestKitDocsTest::isOffered).map(Method::getName)))
                .distinct();
    }

    private static boolean isOffered(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
                && !method.getDeclaringClass().isAnnotation()
                && Stream.of("toString", "equals", "hashCode").noneMatch(method.getName()::equals);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isNamed(String name) throws IOException {
        assertThat(PAGE).content().containsPattern("`[^`\n]*\\b" + name + "\\b[^`\n]*`");
    }
}
