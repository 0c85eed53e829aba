package dev.tertulia.devmode;

import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.devmode.BuildLog.State;

import static org.assertj.core.api.Assertions.assertThat;

/** With {@code dev --tests}, the tests that a change concerns run after it, in processes of their own. */
class ChangedTestsTest {

    @TempDir
    Path folder;

    private BotProject project;

    @BeforeEach
    void create() throws Exception {
        project = BotProject.create(folder, "one");
        counterTest("one 1");
        project.save("src/main/java/org/example/Greeting.java", greeting("Hello"));
        project.bot("HelloBot", """
                    @OnCommand("hello")
                    Reply hello() {
                        return Reply.text(Greeting.WORDS.strip());
                    }
                """);
        project.test("HelloBotTest", "HelloBot", """
                    @Test
                    void saysHello(TestGroup group) {
                        group.member("Ana").says("/hello");

                        group.heard("Hello");
                    }
                """);
    }

    /** No constant, whose value the compiler would copy. */
    private static String greeting(String words) {
        return "package org.example; final class Greeting { static final String WORDS = \"%s\".strip(); }"
                .formatted(words);
    }

    private void counterTest(String expected) throws Exception {
        project.test("CounterBotTest", "CounterBot", """
                    @Test
                    void countsFromOne(TestGroup group) {
                        group.member("Ana").says("/count");

                        group.heard("%s");
                    }
                """.formatted(expected));
    }

    @Test
    void tellsWhichTestsOfTheChangedBotFailAndRunsThemAgain() throws Exception {
        try (DevBench dev = new DevBench(project, true)) {
            assertThat(dev.awaitBuild(State.RUNNING, 1).tests()).isNull();

            project.counter("two");
            TestRun wrong = dev.awaitTests(TestRun.State.DONE, 2);
            assertThat(wrong.classes()).containsExactly("CounterBotTest");
            assertThat(wrong.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.test()).isEqualTo("CounterBotTest: counts from one");
                assertThat(failure.message()).contains("one 1", "two 1");
                assertThat(failure.place()).isEqualTo("CounterBotTest.java:12");
            });
            assertThat(dev.get("/demo/build").at("/tests/failures/0/test").asText())
                    .isEqualTo("CounterBotTest: counts from one");

            project.save("src/main/java/org/example/Greeting.java", greeting(" Hello"));
            TestRun both = dev.awaitTests(TestRun.State.DONE, 3);
            assertThat(both.classes()).containsExactly("CounterBotTest", "HelloBotTest");
            assertThat(both.failures()).hasSize(1);
            assertThat(both.passed()).isEqualTo(1);
        }
    }

    @Test
    void runsAChangedTestWithTheVersionThatRuns() throws Exception {
        try (DevBench dev = new DevBench(project, true)) {
            project.test("CounterBotTest", "CounterBot", "oops");
            TestRun wrong = dev.awaitTests(TestRun.State.ERRORS, 1);
            assertThat(wrong.problems()).first()
                    .satisfies(problem -> assertThat(problem.file()).isEqualTo("org/example/CounterBotTest.java"));

            counterTest("one 1");
            TestRun good = dev.awaitTests(TestRun.State.DONE, 1);
            assertThat(good.classes()).containsExactly("CounterBotTest");
            assertThat(good.good()).isTrue();
        }
    }

    @Test
    void endsTestsThatHangAtTheNextChange() throws Exception {
        Path begun = folder.resolve("begun");
        try (DevBench dev = new DevBench(project, true)) {
            project.test("HangingTest", "HelloBot", """
                        @Test
                        void hangs() throws Exception {
                            java.nio.file.Files.createFile(java.nio.file.Path.of("%s"));
                            new java.util.concurrent.CountDownLatch(1).await();
                        }
                    """.formatted(begun));
            Awaitility.await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(begun).exists());

            project.delete("src/test/java/org/example/HangingTest.java");
            project.counter("two");

            assertThat(dev.awaitTests(TestRun.State.DONE, 2).classes()).containsExactly("CounterBotTest");
        }
    }

    @Test
    void saysWhenATestEndsTheProcess() throws Exception {
        try (DevBench dev = new DevBench(project, true)) {
            project.test("CounterBotTest", "CounterBot", """
                        @Test
                        void stops() {
                            System.err.println("out of order");
                            System.exit(7);
                        }
                    """);

            assertThat(dev.awaitTests(TestRun.State.BROKEN, 1).reason()).startsWith("exit code 7\n")
                    .endsWith("out of order");
        }
    }
}
