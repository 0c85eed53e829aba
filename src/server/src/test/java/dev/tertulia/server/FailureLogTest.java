package dev.tertulia.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.server.logging.Secrets;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The log shows people's text of failed handlers only if configured, and never secrets. */
class FailureLogTest {

    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.tertulia");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ours.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        ours.detachAppender(log);
    }

    /** The log output while a message makes a handler fail permanently. */
    private List<String> logged(Map<String, Object> settings, String words) {
        try (LiveServer server = new LiveServer(settings)) {
            server.meta().deliver(Delivery.ofMessages(
                    List.of(Delivery.message("group", "wamid.1", "/break " + words, Instant.now()))));
            await().until(() -> server.deadLetters().list(DeadLetterKind.DEAD_EVENT, null, 1).size() == 1);
        }
        return log.list.stream().filter(entry -> entry.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void namesThePlaceAlone() {
        List<String> logged = logged(Map.of("tertulia.handler-attempts", 1), "very private");

        assertThat(logged).anyMatch(line -> line.contains("RecordingBot.fail(String): java.lang.IllegalStateException"
                + " at RecordingBot.java:")).noneMatch(line -> line.contains("private"));
    }

    @Test
    void tellsAllWhereAsked() {
        List<String> logged = logged(Map.of("tertulia.handler-attempts", 1, "tertulia.log-failures", "full"),
                "very private");

        assertThat(logged).anySatisfy(line -> assertThat(line).matches("RecordingBot\\.fail\\(String\\) failed\n"
                + "java\\.lang\\.IllegalStateException: very private\n"
                + "\tat dev\\.tertulia\\.server\\.RecordingBot\\.fail\\(RecordingBot\\.java:\\d+\\)"));
    }

    @Test
    void tellsTheSameOnce() {
        List<String> logged = logged(Map.of("tertulia.handler-attempts", 3, "tertulia.first-retry", "1ms",
                "tertulia.log-failures", "full"), "again");

        assertThat(logged).filteredOn(line -> line.startsWith("RecordingBot.fail(String) failed\n")).hasSize(1);
    }

    @Test
    void keepsSecrets() {
        List<String> logged = logged(Map.of("tertulia.handler-attempts", 1, "tertulia.log-failures", "full",
                "whatsapp.access-token", "EAAtoken"), "GET https://graph?access_token=EAAtoken");

        assertThat(logged).anyMatch(line -> line.contains("access_token=***"))
                .noneMatch(line -> line.contains("EAAtoken"));
    }

    @Test
    void knowsThePasswordOfTheStore() {
        assertThat(Secrets.passwords("redis://:p%40ss@localhost:6379")).containsExactly("p%40ss", "p@ss");
        assertThat(Secrets.passwords("redis-sentinel://user:hunter2@a:26379,b:26379#main")).contains("hunter2");
        assertThat(Secrets.passwords("redis://localhost:6379")).isEmpty();
    }

    @Test
    void hidesTheLongerSecretWhole() {
        assertThat(new Secrets(List.of("abc", "", "abcdef")).hide("abcdef abc ab")).isEqualTo("*** *** ab");
    }
}
