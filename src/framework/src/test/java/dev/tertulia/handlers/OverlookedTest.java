package dev.tertulia.handlers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.handler.BadHandler;
import dev.tertulia.handler.ClassPathCheck;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of classes that somebody meant to be bots, and that the program never sees. */
class OverlookedTest {

    @TempDir
    private Path folder;

    @Bot
    static final class HearsTea {

        @OnTimer("tea")
        void tea() {}
    }

    /** Compiles a class without any annotation processor, as a build does that has none. */
    private void write(String name, String body) throws IOException {
        write(folder, name, body);
    }

    private static void write(Path folder, String name, String body) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src"));
        Path source = Files.writeString(sources.resolve(name + ".java"), """
                package author;
                import dev.tertulia.bot.*;
                import java.time.Duration;
                %s
                """.formatted(body));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-classpath",
                System.getProperty("java.class.path") + ":" + folder, source.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private List<String> said() {
        return ClassPathCheck.in(List.of(folder), Bots.found(HearsTea.class));
    }

    private static final String NO_TEA = "@OnTimer(\"tea\") is never called: no code here has the name \"tea\"; start it"
            + " with group.startTimer(\"tea\", …)";

    @Test
    void aBotWithoutTheAnnotationProcessor() throws IOException {
        write("Ping", "@Bot class Ping { @OnCommand(\"ping\") String ping() { return \"tea\"; } }");

        assertThat(said()).containsExactly("Ping in " + folder + " is a @Bot, but was compiled without Micronaut's"
                + " annotation processor, so it is not found; add micronaut-inject-java to the annotationProcessorPaths"
                + " of its build");
    }

    @Test
    void inAJar() throws IOException {
        write("Ping", "@Bot class Ping { @OnCommand(\"ping\") String ping() { return \"tea\"; } }");
        Path jar = folder.resolve("ping.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("author/Ping.class"));
            out.write(Files.readAllBytes(folder.resolve("author/Ping.class")));
        }

        assertThat(ClassPathCheck.in(List.of(jar), Bots.found(HearsTea.class))).singleElement().asString()
                .startsWith("Ping in " + jar + " is a @Bot, but was compiled without");
    }

    @Test
    void handlersOfNoBot() throws IOException {
        write("Plain", "class Plain { String x = \"tea\"; static class Inner {"
                + " @OnMessage void all() {} @OnJoin void joined() {} } }");

        assertThat(said()).containsExactly(
                "Inner.all() has @OnMessage, but its class is no bot, so it is never asked; write @Bot above class Inner",
                "Inner.joined() has @OnJoin, but its class is no bot, so it is never asked; write @Bot above class Inner");
    }

    @Test
    void whatIsMeantToBeExtendedIsFine() throws IOException {
        write("Base", "abstract class Base { String x = \"tea\"; @OnMessage void all() {} }");

        assertThat(said()).isEmpty();
    }

    @Test
    void aTimerThatNobodyStarts() throws IOException {
        write("Quiet", "class Quiet { String x = \"coffee\"; void run(Group group) {} }");

        assertThat(said()).containsExactly(NO_TEA);
    }

    @Test
    void timersThatNobodyHears() throws IOException {
        write("Starter", """
                class Starter {
                    static final String NAME = "coffee";
                    void run(Group group, String name, int minutes) {
                        group.startTimer("tea", Duration.ofMinutes(minutes));
                        group.startTimer(NAME, Duration.ofMinutes(3 + 4), "for " + name + minutes);
                        group.startTimer("cake", Duration.ofSeconds(Long.parseLong(name)).plus(Duration.ZERO), name);
                        group.startTimer(name, Duration.ZERO, "not known");
                        group.startTimer(name.isEmpty() ? "a" : "b", Duration.ZERO, "not known either");
                    }
                }""");

        assertThat(said()).containsExactly(
                "Starter starts the timer \"cake\", which no method handles; write a method with @OnTimer(\"cake\")",
                "Starter starts the timer \"coffee\", which no method handles; write a method with @OnTimer(\"coffee\")");
    }

    @Test
    void aTimerWhoseNameComesFromElsewhereIsFine() throws IOException {
        write("Names", "enum Names { x; static String name(int i) { return i > 0 ? \"tea\" : \"cake\"; } }");

        assertThat(said()).isEmpty();
    }

    @Test
    void oneBotInTwoPlaces(@TempDir Path second) throws IOException {
        String body = "@Bot class Ping { @OnCommand(\"ping\") String ping() { return \"tea\"; } }";
        write(folder, "Ping", body);
        write(second, "Ping", body);

        assertThat(ClassPathCheck.in(List.of(folder, second), Bots.found(HearsTea.class)))
                .contains("Ping is in " + folder
                        + " and in " + second + ", and only the first is used; remove one of them");
    }

    @Test
    void nobodyAtAll() {
        assertThat(BadHandler.nobody(List.of("Ping is …"))).hasMessage("""
                2 mistakes:
                - there are no bots; put the jar with your bots into the folder bots/, or write \
                a class with @Bot above it and a method such as @OnCommand("ping") String ping() { return "pong"; }
                - Ping is …""");
    }

    @Test
    void theBotsOfThisProgramAreSearched() {
        assertThat(ClassPathCheck.inThisProgram(Bots.found(HearsTea.class))).doesNotContain(NO_TEA);
    }
}
