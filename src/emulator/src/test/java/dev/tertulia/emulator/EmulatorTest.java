package dev.tertulia.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmulatorTest {

    private static FakeWhatsApp whatsApp() {
        return new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking());
    }

    @Test
    void messageIsSentOverHttp() throws Exception {
        var whatsApp = whatsApp();
        String group = whatsApp.createGroup("Book club").id();
        whatsApp.join(group, "Ana", null);
        try (var emulator = Emulator.start(0, whatsApp); var browser = new Browser(emulator.url())) {
            var response = browser.call("POST", "/v25.0/106540352242922/messages", """
                    {"messaging_product":"whatsapp","recipient_type":"group","to":"%s","text":{"body":"hi"}}"""
                    .formatted(group));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        }
    }

    @Test
    void listensAtAnotherAddress() throws Exception {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0);
        try (var emulator = Emulator.start(address, whatsApp(), Duration.ofSeconds(1), RequestPolicy.LOOPBACK);
                var browser = new Browser(URI.create("http://127.0.0.2:" + emulator.port()))) {
            assertThat(browser.call("GET", "/v25.0/106540352242922", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void timeOutEndsWithoutAnAnswer() throws Exception {
        var whatsApp = whatsApp();
        whatsApp.faults().next(Fault.TIMEOUT, 1);
        try (var emulator = Emulator.start(0, whatsApp, Duration.ofMillis(20));
                var browser = new Browser(emulator.url())) {
            assertThatThrownBy(() -> browser.call("POST", "/v25.0/106540352242922/messages", "{}"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void portThatIsTaken() {
        try (var first = Emulator.start(0, whatsApp())) {
            assertThatThrownBy(() -> Emulator.start(first.port(), whatsApp())).isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Port %d cannot be used: ".formatted(first.port()))
                    .hasMessageEndingWith(" Choose another with --port.");
        }
    }

    @Test
    void longPollEndsWhenTheEmulatorStops() throws Exception {
        var whatsApp = whatsApp();
        var emulator = Emulator.start(0, whatsApp);
        try (var browser = new Browser(emulator.url())) {
            long seq = browser.json("GET", "/emulator/state", "").path("seq").asLong();
            var poll = CompletableFuture.runAsync(() -> assertThatThrownBy(
                    () -> browser.call("GET", "/emulator/changes?wait=60&after=" + seq, ""))
                    .isInstanceOf(IOException.class));
            Awaitility.await().until(() -> whatsApp.watchers() == 1);

            emulator.close();

            poll.get(5, TimeUnit.SECONDS);
            Awaitility.await().until(() -> whatsApp.watchers() == 0);
        }
    }

    @Test
    void queryThatCannotBeDecoded() throws Exception {
        try (var emulator = Emulator.start(0, whatsApp());
                var socket = new Socket(InetAddress.getByName("127.0.0.1"), emulator.port())) {
            socket.getOutputStream().write("GET /playground?a=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());

            var line = new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();

            assertThat(line).isEqualTo("HTTP/1.1 400 Bad Request");
        }
    }

    @ParameterizedTest
    @CsvSource({"/playground,text/html", "/playground/playground.css,text/css",
            "/playground/playground.js,text/javascript", "/playground/phone.js,text/javascript",
            "/playground/bubble.js,text/javascript", "/playground/group.js,text/javascript",
            "/playground/habits.js,text/javascript",
            "/playground/page.js,text/javascript", "/playground/wire.js,text/javascript", "/,text/html"})
    void pageIsServed(String path, String type) throws Exception {
        try (var emulator = Emulator.start(0, whatsApp()); var browser = new Browser(emulator.url())) {
            var response = browser.call("GET", path, "");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/playground", "/playground/playground.css", "/playground/playground.js",
            "/playground/phone.js", "/playground/bubble.js", "/playground/group.js", "/playground/habits.js",
            "/playground/page.js",
            "/playground/wire.js"})
    void pageNeedsNoOtherHost(String path) throws Exception {
        try (var emulator = Emulator.start(0, whatsApp()); var browser = new Browser(emulator.url())) {
            assertThat(browser.call("GET", path, "").body())
                    .doesNotContainPattern(Pattern.compile("(src|href|url|from)\\W+(https?:)?//\\w"))
                    .doesNotContain("innerHTML");
        }
    }

    @Test
    void unknownPathSaysWhereToGo() throws Exception {
        try (var emulator = Emulator.start(0, whatsApp()); var browser = new Browser(emulator.url())) {
            var response = browser.call("GET", "/favicon.ico", "");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEqualTo("{\"error\":\"There is no GET /favicon.ico. Open /playground, "
                    + "control people at /emulator/…, call the Graph API at /v25.0/….\"}");
        }
    }

    @Test
    void helpNamesEveryOption() {
        var out = new StringWriter();

        int exit = EmulatorCommand.line().setOut(new PrintWriter(out)).execute("--help");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("--port", "--webhook", "--handshake", "--app-secret", "--verify-token",
                "--phone-number-id", "--access-token", "--subject", "--members", "--template", "--seed-file",
                "--messages-per-second", "--seed", "--hold", "--host", "--webhooks-anywhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "--members=Ana | --members needs a group: add --subject.",
            "--template=welcome | --template is NAME:LANGUAGE:BODY, such as 'welcome:en:Welcome, {{1}}!', not 'welcome'.",
            "--webhook=bot | A webhook goes to an http or https address, such as http://localhost:8080/webhook, not to 'bot'.",
            "--port=99999 | A port is a number from 0 (any free one) to 65535, not 99999.",
            "--port=abc | Invalid value for option '--port': 'abc' is not an int",
            "--seed-file=none.yml | none.yml cannot be read: it is not there.",
            "--messages-per-second=-1 | A limit is 0 (none) or more, not -1.",
            "--hold=-5 | --hold is 0 or more seconds, not -5.", "--nope | Unknown option: '--nope'"})
    void wrongOptionIsExplainedInOneSentence(String option, String message) {
        var err = new StringWriter();

        int exit = EmulatorCommand.line().setErr(new PrintWriter(err)).execute(option);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly(message, "Try --help.");
    }
}
