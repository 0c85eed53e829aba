package dev.tertulia.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import picocli.CommandLine;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.webhook.HttpWebhooks;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.cli.Commands;

/** A healthy live installation: a server with Redis, and the emulator in place of WhatsApp. */
final class Installation implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AccountSettings account = AccountSettings.demo();
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(account, MovableClock.ticking());
    private final Emulator emulator = Emulator.start(0, whatsApp);
    private final TestRedis redis = TestRedis.start("--appendonly", "yes");
    private final Application server = Application.start(properties(Map.of()));

    Installation() {
        approveTemplate();
        whatsApp.webhooks().to(new HttpWebhooks(webhook()));
    }

    /** What one run of the command found. */
    record Examined(int exitCode, List<String> levels, String text) {}

    private Map<String, Object> properties(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(Map.of("tertulia.port", 0, "tertulia.host", "127.0.0.1",
                "whatsapp.graph-url", emulator.url().toString(), "whatsapp.access-token", account.accessToken(),
                "whatsapp.app-secret", account.appSecret(), "whatsapp.verify-token", account.verifyToken(),
                "whatsapp.phone-number-id", account.phoneNumberId(), "whatsapp.business-account-id",
                account.businessAccountId(), "redis.uri", redis.uri(), "tertulia.bots", "RecordingBot"));
        all.putAll(changed);
        all.values().removeIf(""::equals);
        return all;
    }

    FakeWhatsApp whatsApp() {
        return whatsApp;
    }

    URI webhook() {
        return server.url().resolve("/webhook");
    }

    /** Approves the only template that the project of the test's bots declares. */
    void approveTemplate() {
        whatsApp.templates().add("welcome", "en", "Welcome, {{1}}!");
    }

    /** Runs the command with changed settings; an empty value removes one. */
    Examined doctor(Map<String, Object> changed, String... arguments) {
        return doctor(Duration.ZERO, changed, arguments);
    }

    /** Runs the command on a machine whose clock is ahead. */
    Examined doctor(Duration ahead, Map<String, Object> changed, String... arguments) {
        StringWriter out = new StringWriter();
        List<String> words = new ArrayList<>(List.of("doctor", "--json"));
        words.addAll(List.of(arguments));
        int exit = line(ahead, properties(changed)).setOut(new PrintWriter(out, true))
                .execute(words.toArray(String[]::new));
        return new Examined(exit, levels(out.toString()), out.toString());
    }

    /** Runs a check and returns the lines that it prints for people. */
    List<String> print(String check) {
        StringWriter out = new StringWriter();
        line(Duration.ZERO, properties(Map.of())).setOut(new PrintWriter(out, true)).execute("doctor", check);
        return out.toString().lines().toList();
    }

    /** Runs the command with wrong words, and returns what it says. */
    String fail(String words) {
        StringWriter err = new StringWriter();
        int exit = line(Duration.ZERO, properties(Map.of())).setErr(new PrintWriter(err, true)).execute("doctor",
                words);
        return exit == 2 ? err.toString() : "it ended with " + exit;
    }

    private static CommandLine line(Duration ahead, Map<String, Object> properties) {
        InstantSource clock = () -> Instant.now().plus(ahead);
        return Commands.line(properties, clock, () -> InstalledBots.running(properties));
    }

    private static List<String> levels(String json) {
        try {
            List<String> levels = new ArrayList<>();
            for (JsonNode finding : JSON.readTree(json).path("findings")) {
                levels.add(finding.path("check").asText() + " " + finding.path("level").asText());
            }
            return levels;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    @Override
    public void close() {
        server.close();
        emulator.close();
        redis.close();
    }
}
