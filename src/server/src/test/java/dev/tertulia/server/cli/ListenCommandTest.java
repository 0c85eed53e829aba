package dev.tertulia.server.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.ApiCall;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code listen} changes the webhook address of a number for a while. */
class ListenCommandTest {

    private static final String USUAL = "http://localhost:9/usual";

    private final AccountSettings account = AccountSettings.demo();
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(account, MovableClock.ticking());
    private final Emulator emulator = Emulator.start(0, whatsApp);
    private final CommandBench bench = new CommandBench().with("whatsapp.graph-url", emulator.url().toString())
            .with("whatsapp.access-token", account.accessToken())
            .with("whatsapp.phone-number-id", account.phoneNumberId());

    @AfterEach
    void stop() {
        emulator.close();
    }

    private List<String> addresses() {
        return whatsApp.calls().stream().filter(call -> call.method().equals("POST")).map(ApiCall::request)
                .map(body -> body.replaceAll(".*\"override_callback_uri\":\"([^\"]*)\".*", "$1")).toList();
    }

    @Test
    void setsTheAddressAndRemovesItAtTheEnd() {
        assertThat(bench.run("listen", "http://localhost:9", "--for", "PT0.05S")).as(bench.complaint().toString())
                .isZero();

        assertThat(addresses()).containsExactly("http://localhost:9/webhook", "");
        assertThat(bench.answer()).containsExactly("Deliveries of the number go to http://localhost:9/webhook now,"
                + " instead of the app's address.", "It ends in 0 s, or with Ctrl-C.",
                "The number has no address of its own any more: its deliveries go to the app's address again.");
    }

    @Test
    void restoresTheAddressBefore() {
        bench.run("listen", USUAL, "--for", "PT0.05S");
        int set = addresses().size();
        assertThat(set).isEqualTo(2);
        setUsual();

        assertThat(bench.run("listen", "http://127.0.0.1:9/other", "--for", "PT0.05S")).isZero();

        assertThat(addresses()).endsWith("http://127.0.0.1:9/other", USUAL);
        assertThat(bench.answer()).startsWith(
                "Deliveries of the number go to http://127.0.0.1:9/other now, instead of " + USUAL + ".")
                .endsWith("Deliveries of the number go to " + USUAL + " again.");
    }

    private void setUsual() {
        whatsApp.handle(new Request("POST", "/v25.0/" + account.phoneNumberId(), Map.of(),
                Map.of("authorization", "Bearer " + account.accessToken(), "content-type", "application/json"),
                """
                        {"webhook_configuration": {"override_callback_uri": "%s", "verify_token": "x"}}"""
                        .formatted(USUAL).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void removesTheAddressAfterACrash() {
        assertThat(bench.run("listen", "--restore")).isZero();

        assertThat(addresses()).containsExactly("");
        assertThat(bench.answer()).containsExactly("The number has no address of its own any more.");
    }

    @Test
    void changesNothingIfWhatsAppDoesNotVerifyTheAddress() {
        whatsApp.webhooks().handshake(true);

        assertThat(bench.run("listen", "http://localhost:9", "--for", "1s")).isEqualTo(1);

        assertThat(bench.complaint()).singleElement().asString().startsWith("WhatsApp refuses: ");
        assertThat(bench.answer()).isEmpty();
    }

    @Test
    void printsHowToOpenATunnel() {
        bench.with("tertulia.port", 8123);

        assertThat(bench.run("listen")).isZero();

        assertThat(bench.answer()).contains("     cloudflared tunnel --url http://localhost:8123")
                .anyMatch(line -> line.startsWith("3. Run: listen https://"));
        assertThat(whatsApp.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "listen http://example.org | 2 | 'http://example.org' is not the address of a tunnel; write one such as https://quiet-tea.example.org",
            "listen https://example.org --number 1 | 2 | write one number with --number: 106540352242922"})
    void explainsWhatIsWrong(String words, int exit, String complaint) {
        assertThat(bench.run(words.split(" "))).isEqualTo(exit);

        assertThat(bench.complaint()).startsWith(complaint);
    }

    @Test
    void saysThatWhatsAppIsAway() {
        bench.with("whatsapp.graph-url", "http://127.0.0.1:1");

        assertThat(bench.run("listen", "http://localhost:9", "--for", "1s")).isEqualTo(3);
    }

    @Test
    void needsAnAccount() {
        bench.with("whatsapp.access-token", "").with("whatsapp.phone-number-id", "").with("whatsapp.app-secret", "")
                .with("whatsapp.verify-token", "");

        assertThat(bench.run("listen", "https://example.org")).isEqualTo(1);

        assertThat(bench.complaint()).singleElement().asString().startsWith("The demo needs no tunnel");
    }
}
