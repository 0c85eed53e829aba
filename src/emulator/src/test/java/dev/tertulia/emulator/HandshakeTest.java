package dev.tertulia.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** Before webhooks go to an address, it is asked for the challenge, if the emulator was told to. */
class HandshakeTest {
    private static final Pattern QUESTION = Pattern
            .compile("hub.mode=subscribe&hub.challenge=(\\d+)&hub.verify_token=my\\+token");

    private final Stage stage = new Stage();
    private UnaryOperator<String> answer = challenge -> challenge;
    private HttpServer bot;

    @BeforeEach
    void startBot() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/webhook", exchange -> {
            try (exchange) {
                Matcher question = QUESTION.matcher(exchange.getRequestURI().getRawQuery());
                boolean right = question.matches();
                byte[] body = right
                        ? answer.apply(question.group(1)).getBytes(StandardCharsets.UTF_8)
                        : new byte[0];
                exchange.sendResponseHeaders(right ? 200 : 403, body.length == 0 ? -1 : body.length);
                if (right) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        bot.start();
        stage.whatsApp.webhooks().handshake(true);
    }

    @AfterEach
    void stopBot() {
        bot.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:%d/webhook".formatted(bot.getAddress().getPort());
    }

    private Response override(@Nullable String token) {
        return stage.post(Stage.PHONE, Json.object("webhook_configuration",
                Json.object("override_callback_uri", url(), "verify_token", token)));
    }

    private static String details(Response response) {
        return Stage.json(response).at("/error/error_data/details").asText();
    }

    @Test
    void addressThatGivesTheChallengeBackIsTaken() {
        assertThat(override("my token").status()).isEqualTo(200);
        assertThat(stage.post("102290129340398/subscribed_apps",
                Json.object("override_callback_uri", url(), "verify_token", "my token")).status()).isEqualTo(200);
    }

    @Test
    void addressThatDoesNotKnowTheTokenIsRefused() {
        Response response = override("another");

        assertThat(Stage.code(response)).isEqualTo(100);
        assertThat(details(response)).isEqualTo("The webhook handshake with %s failed: it answered HTTP 403. Is the"
                .formatted(url()) + " verify token the same?");
    }

    @Test
    void addressThatAnswersSomethingElseIsRefused() {
        answer = challenge -> "\"" + challenge + "\"";

        assertThat(details(override("my token"))).isEqualTo(
                "The webhook handshake with %s failed: it did not answer with the bare challenge."
                        .formatted(url()));
    }

    @Test
    void addressThatCannotBeReachedIsRefused() {
        bot.stop(0);

        assertThat(details(override("my token"))).isEqualTo(
                "The webhook handshake with %s failed: it cannot be reached (ConnectException).".formatted(url()));
    }

    @Test
    void tokenIsNeeded() {
        assertThat(details(override(null))).isEqualTo("The parameter verify_token is required.");
    }

    @Test
    void subscriptionIsAskedToo() {
        Response response = stage.call("POST", "123/subscriptions", Map.of("object", "whatsapp_business_account",
                "fields", "messages", "callback_url", url(), "verify_token", "another"), "");

        assertThat(details(response))
                .startsWith("The webhook handshake with " + url() + " failed: it answered HTTP 403");
    }

    @Test
    void nobodyIsAskedUnlessTold() {
        stage.whatsApp.webhooks().handshake(false);

        assertThat(override("another").status()).isEqualTo(200);
    }
}
