package dev.tertulia.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import dev.tertulia.server.logging.LogFormat;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** In JSON, each entry is one object with fields, and contains neither numbers nor words of people. */
class JsonLogTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSONAL = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTdCNjU0MzIxMEZFRENCQTk4NzAA";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger ours = context.getLogger("dev.tertulia");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = ours.getLevel();
        ours.setLevel(Level.DEBUG);
        console.setContext(context);
        console.setEncoder(LogFormat.encoder(context));
        console.start();
        console.setOutputStream(printed);
        ours.addAppender(console);
    }

    @AfterEach
    void listenNoMore() {
        ours.detachAppender(console);
        ours.setLevel(before);
        MDC.clear();
    }

    private List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        printed.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            try {
                entries.add(JSON.readTree(line));
            } catch (IOException e) {
                throw new AssertionError(line, e);
            }
        });
        return entries;
    }

    private JsonNode entry(Predicate<JsonNode> wanted) {
        return entries().stream().filter(wanted).findFirst().orElseThrow();
    }

    @Test
    void entriesOfTheLineNameNumberGroupEventAndTrace() {
        try (LiveServer server = new LiveServer(Map.of())) {
            server.meta().deliver(Delivery.ofMessages(List.of(
                    Delivery.message("group", PERSONAL, "/number 1", Instant.now()),
                    Delivery.message("group", PERSONAL + "B", "secret words", Instant.now()))));
            await().untilAsserted(() -> assertThat(server.graph().texts("group")).contains("answer 1"));
            await().until(() -> entries().stream().anyMatch(one -> one.path("step").asText().equals("SENT")));
        }

        JsonNode sent = entry(one -> one.path("step").asText().equals("SENT"));
        assertThat(sent.path("level").asText()).isEqualTo("DEBUG");
        assertThat(sent.path("logger_name").asText()).isEqualTo("dev.tertulia.journal");
        assertThat(sent.path("number").asText()).isEqualTo(Delivery.NUMBER);
        assertThat(sent.path("group").asText()).isEqualTo("group");
        assertThat(sent.path("trace_id").asText()).matches("74657274756c6961[0-9a-f]{16}")
                .endsWith(sent.path("event").asText().replaceFirst(".*\\.", ""));
        assertThat(Instant.parse(sent.path("@timestamp").asText())).isBefore(Instant.now());
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("secret", "16505551234",
                "MTY1MDU1NTEyMzQ");
    }

    @Test
    void whatAHandlerLogsNamesItsEvent() {
        try (LiveServer server = new LiveServer(Map.of())) {
            server.meta().deliver(Delivery.ofMessages(List.of(
                    Delivery.message("group", "wamid.1", "/number 2", Instant.now()))));
            await().untilAsserted(() -> assertThat(server.graph().texts("group")).contains("answer 2"));
        }

        JsonNode own = entry(one -> one.path("message").asText().equals("number 2 is asked for"));
        assertThat(own.path("number").asText()).isEqualTo(Delivery.NUMBER);
        assertThat(own.path("group").asText()).isEqualTo("group");
        assertThat(own.path("event").asText()).isEqualTo("message:wamid.1");
        assertThat(own.path("trace_id").asText()).matches("74657274756c6961[0-9a-f]{16}");
    }

    @Test
    void anEntryIsOneLineWithoutNumbersOfPeople() {
        MDC.put("who", "+1 650 555 1234");
        MDC.put("level", "forged");

        ours.atError().addKeyValue("to", "16505551234").setCause(new IllegalStateException("no +16505551234\u202e"))
                .log("a\nb\u001b[2J to {}", "+16505551234");

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.path("message").asText()).isEqualTo("a\nb\\u001b[2J to …1234");
            assertThat(entry.path("who").asText()).isEqualTo("…1234");
            assertThat(entry.path("to").asText()).isEqualTo("…1234");
            assertThat(entry.path("level").asText()).isEqualTo("ERROR");
            assertThat(entry.path("_level").asText()).isEqualTo("forged");
            assertThat(entry.path("stack_trace").asText())
                    .startsWith("java.lang.IllegalStateException: no …1234\\u202e")
                    .contains("JsonLogTest");
        });
    }

    @Test
    void isUsedIfASettingSaysSo() {
        ConsoleAppender<ILoggingEvent> other = new ConsoleAppender<>();
        other.setContext(context);
        other.setName("console");
        ours.addAppender(other);
        try (LiveServer server = new LiveServer(Map.of("tertulia.log-format", "json"))) {
            assertThat(other.getEncoder()).isInstanceOf(LogFormat.encoder(context).getClass());
            assertThat(server.url()).isNotNull();
        } finally {
            ours.detachAppender(other);
        }
    }
}
