package dev.tertulia.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands ask classifiers only if they are told to, and say so if they do not. */
class ClassifyOptionTest {

    private static final String NOT_ASKED = "the classifier 'default' is not asked, so conditions on its scores do not"
            + " hold; add --classify to ask it";

    @TempDir
    private Path folder;

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private String rules;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        rules = Files.writeString(folder.resolve("rules.yml"), """
                policies:
                  - name: p
                    groups: { all: true }
                    rules: [ { name: hateful, when: { classifier: { label: hate, over: 0.8 } }, then: [ { note: true } ] } ]
                """).toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            byte[] answer = "{\"results\":[{\"category_scores\":{\"hate\":0.9}}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(Map<String, Object> settings, String... words) {
        out = new StringWriter();
        err = new StringWriter();
        return Commands.line(settings, InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")))
                .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(words);
    }

    private Map<String, Object> configured() {
        return Map.of("tertulia.classifiers.default.url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "tertulia.classifiers.default.timeout", "10s");
    }

    private String cases() throws IOException {
        return Files.writeString(folder.resolve("cases.yml"), "- { text: hello, expect: [hateful] }").toString();
    }

    private String history() throws IOException {
        return Files.writeString(folder.resolve("history.jsonl"),
                "{\"at\":\"2026-02-01T10:00:00Z\",\"group\":\"g1\",\"member\":\"US.1\",\"text\":\"hello\"}\n")
                .toString();
    }

    @Test
    void nothingIsAskedUnlessItIsWanted() throws IOException {
        for (List<String> command : List.of(List.of("rules", "explain", rules, "--text", "hello"),
                List.of("rules", "test", rules, "--cases", cases()),
                List.of("rules", "backtest", rules, "--history", history()))) {
            run(configured(), command.toArray(String[]::new));

            assertThat(err.toString().lines()).as("%s", command).containsExactly(NOT_ASKED);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void commandsUseTheScores() throws IOException {
        assertThat(run(configured(), "rules", "explain", rules, "--text", "hello", "--classify")).isZero();
        assertThat(out.toString()).startsWith("p/hateful (shadow): hit");
        assertThat(run(configured(), "rules", "test", rules, "--cases", cases(), "--classify")).isZero();
        assertThat(run(configured(), "rules", "backtest", rules, "--history", history(), "--json", "--classify"))
                .isZero();
        assertThat(out.toString()).contains("\"hateful\":{\"hits\":1,");
        assertThat(err.toString()).isEmpty();
        assertThat(calls).hasValue(3);
    }

    @Test
    void saysWhichClassifierIsMissing() {
        assertThat(run(Map.of(), "rules", "explain", rules, "--text", "hello", "--classify")).isZero();

        assertThat(err.toString().lines()).containsExactly("the classifier 'default' has no settings, so conditions on"
                + " its scores do not hold; set tertulia.classifiers.default.url");
    }

    @Test
    void saysThatAClassifierGaveNoScore() {
        server.stop(0);

        assertThat(run(configured(), "rules", "explain", rules, "--text", "hello", "--classify")).isZero();

        assertThat(out.toString()).startsWith("p/hateful (shadow): no hit");
        assertThat(err.toString().lines()).containsExactly("classifiers gave no score for 1 of 1 questions, so these"
                + " conditions did not hold");
    }
}
