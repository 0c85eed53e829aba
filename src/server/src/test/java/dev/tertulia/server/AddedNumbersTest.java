package dev.tertulia.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import dev.tertulia.Line;
import dev.tertulia.business.Business;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.cli.Commands;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Numbers are added to an installation and removed from it while its processes run. */
class AddedNumbersTest {

    private static final String ADDED = "900000000000001";

    private final TestRedis redis = TestRedis.start("--appendonly", "no");
    private LiveServer server = start();

    private LiveServer start() {
        return new LiveServer(Map.of("redis.uri", redis.uri()));
    }

    @AfterEach
    void close() {
        server.close();
        redis.close();
    }

    /** Runs a command with the settings of the server. Returns its exit code with all that it printed. */
    private String run(String... words) {
        StringWriter printed = new StringWriter();
        CommandLine line = Commands.line(Map.of("whatsapp.access-token", "token", "whatsapp.app-secret", "secret",
                "whatsapp.verify-token", "verify", "whatsapp.phone-number-id", Delivery.NUMBER, "redis.uri",
                redis.uri()), InstantSource.system()).setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true));
        return line.execute(words) + " " + printed.toString().strip();
    }

    private void awaitThat(BooleanSupplier condition) {
        await().until(condition::getAsBoolean);
    }

    private boolean serves(String number) {
        return server.bean(Lines.class).all().stream().map(Line::number).anyMatch(number::equals);
    }

    private void assertAnswers(String group) {
        String delivery = Delivery.ofMessages(List.of(Delivery.message(group, "wamid." + group, "/number 1",
                Instant.now()))).replace(Delivery.NUMBER, ADDED);
        assertThat(server.meta().deliver(delivery)).isEqualTo(200);
        await().untilAsserted(() -> assertThat(server.graph().texts(group)).containsExactly("answer 1"));
    }

    @Test
    void servesANumberThatIsAddedWhileItRuns() {
        assertThat(run("numbers", "add", ADDED)).startsWith("0 " + ADDED + " is added");
        awaitThat(() -> serves(ADDED));

        assertAnswers("G1");

        assertThat(server.bean(Business.class).of(ADDED)).isNotNull();
        assertThat(run("groups", "--number", ADDED)).as("commands know it").contains("G1");
    }

    @Test
    void servesItFromTheStartOfTheNextProcess() {
        run("numbers", "add", ADDED);
        server.close();

        server = start();

        assertThat(serves(ADDED)).as("before any delivery comes in").isTrue();
        assertAnswers("G1");
    }

    @Test
    void leavesANumberAloneThatIsRemoved() {
        run("numbers", "add", ADDED);
        awaitThat(() -> serves(ADDED));

        assertThat(run("numbers", "remove", ADDED)).startsWith("0 " + ADDED + " is removed");

        awaitThat(() -> !serves(ADDED));
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> server.bean(Business.class).of(ADDED));
        assertThat(run("numbers")).isEqualTo("0 1 number\n  " + Delivery.NUMBER + "  configured");
    }

    @Test
    void listsAllNumbers() {
        run("numbers", "add", ADDED, "--business-account", "102290129340398");

        assertThat(run("numbers")).isEqualTo("0 2 numbers\n  " + Delivery.NUMBER + "  configured\n  " + ADDED
                + "  added, account 102290129340398");
        assertThat(run("numbers", "--json")).isEqualTo("0 [{\"id\":\"" + Delivery.NUMBER
                + "\",\"configured\":true},{\"id\":\"" + ADDED
                + "\",\"businessAccount\":\"102290129340398\",\"configured\":false}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"add|+49151|1 '+49151' is not an id of Meta's",
            "add|" + Delivery.NUMBER + "|1 " + Delivery.NUMBER + " is in the settings already",
            "remove|" + Delivery.NUMBER + "|1 " + Delivery.NUMBER + " is in the settings; remove it there",
            "remove|1|1 '1' was not added"})
    void refusesWhatCannotBeDone(String what, String id, String said) {
        assertThat(run("numbers", what, id)).startsWith(said);
    }
}
