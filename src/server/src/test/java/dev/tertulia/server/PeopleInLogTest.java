package dev.tertulia.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationId;
import dev.tertulia.server.logging.EscapedMessage;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** No phone number and no text that people wrote appears in the log, even if the whole journal is logged. */
class PeopleInLogTest {

    private static final String JOINER = "15550000001";
    private static final String OTHER = "15550000002";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String PERSONAL = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTdCNjU0MzIxMEZFRENCQTk4NzAA";

    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.tertulia");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = ours.getLevel();
        ours.setLevel(Level.DEBUG);
        log.start();
        ours.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        ours.detachAppender(log);
        ours.setLevel(before);
    }

    /** The output of the shipped configuration for an event. */
    private List<String> printed() {
        EscapedMessage converter = new EscapedMessage();
        List<String> lines = new ArrayList<>();
        List.copyOf(log.list).forEach(entry -> lines.add(converter.convert(entry)));
        return lines;
    }

    @Test
    void aWholeDayLeavesNeitherNumbersNorWords() {
        try (LiveServer server = new LiveServer(
                Map.of("tertulia.handler-attempts", 2, "tertulia.first-retry", "1ms"))) {
            server.graph().refuse(999_999, "secret words to +" + JOINER);
            server.meta().deliver(Delivery.ofMessages(List.of(
                    Delivery.message("group", PERSONAL, "/number 1", Instant.now()),
                    Delivery.message("group\\nDEAD forged", PERSONAL + "A", "secret words", Instant.now()),
                    Delivery.message("other", PERSONAL + "B", "/break secret words", Instant.now()),
                    Delivery.message("other", PERSONAL + "C", "secret words", Instant.EPOCH)
                            .replace("\"timestamp\": \"0\"", "\"timestamp\": \"" + JOINER + "x\""))));
            server.meta().deliver(Delivery.join("group", JOINER, Instant.now()));
            server.meta().deliver(Delivery.failed("group", PERSONAL, 999_999).replace("\"title\": \"no\"",
                    "\"title\": \"secret words to " + JOINER + "\""));
            await().untilAsserted(() -> {
                assertThat(server.deadLetters().list(DeadLetterKind.DEAD_EVENT, null, 9)).hasSize(1);
                assertThat(server.deadLetters().list(DeadLetterKind.DEAD_SEND, null, 9)).singleElement()
                        .satisfies(letter -> assertThat(letter.cause()).contains("secret words to +" + JOINER));
                assertThat(server.deadLetters().list(DeadLetterKind.QUARANTINED, null, 9)).hasSize(2);
            });
        }

        List<String> printed = printed();
        assertThat(printed).anyMatch(line -> line.startsWith("DEAD group "))
                .anyMatch(line -> line.contains("999999")).noneMatch(line -> line.contains("secret"))
                .noneMatch(line -> line.contains(JOINER)).noneMatch(line -> line.contains("16505551234"))
                .noneMatch(line -> line.contains("MTY1MDU1NTEyMzQ")).noneMatch(line -> line.contains("\nDEAD"));
    }

    @Test
    void operationsLeaveNeitherNumbersNorWords() throws InterruptedException {
        try (LiveServer server = new LiveServer(Map.of())) {
            Groups groups = server.groups();
            Group group = groups.group("group");
            OperationId partly = group.remove(List.of(Member.ofPhone(JOINER), Member.ofPhone(OTHER))).id();
            await().until(() -> groups.operation(partly).orElseThrow().state() == State.ACCEPTED);
            server.meta().deliver(Delivery.partlyRemoved("group",
                    groups.operation(partly).orElseThrow().requestId(), JOINER, OTHER));
            assertThat(groups.await(partly, LONG).state()).isEqualTo(State.PARTLY_DONE);

            server.graph().refuse(999_999, "secret words to +" + JOINER);
            OperationId failed = group.remove(Member.ofPhone(JOINER)).id();
            assertThat(groups.await(failed, LONG).state()).isEqualTo(State.FAILED);
        }

        assertThat(printed()).anyMatch(line -> line.startsWith("OPERATION_ENDED "))
                .anyMatch(line -> line.startsWith("DEAD ")).noneMatch(line -> line.contains("secret"))
                .noneMatch(line -> line.contains(JOINER)).noneMatch(line -> line.contains(OTHER));
    }
}
