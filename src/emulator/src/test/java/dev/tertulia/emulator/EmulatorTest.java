package dev.tertulia.emulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmulatorTest {

    private static Cloud cloud() {
        return new Cloud(CloudSettings.demo(), MovableClock.ticking());
    }

    @Test
    void messageIsSentOverHttp() throws Exception {
        var cloud = cloud();
        String group = cloud.createGroup("Book club").id();
        cloud.join(group, "Ana", null);
        try (var emulator = Emulator.start(0, cloud); var browser = new Browser(emulator.url())) {
            var response = browser.call("POST", "/v25.0/106540352242922/messages", """
                    {"messaging_product":"whatsapp","recipient_type":"group","to":"%s","text":{"body":"hi"}}"""
                    .formatted(group));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        }
    }

    @Test
    void timeOutEndsWithoutAnAnswer() throws Exception {
        var cloud = cloud();
        cloud.faults().next(Fault.TIMEOUT, 1);
        try (var emulator = Emulator.start(0, cloud, Duration.ofMillis(20));
                var browser = new Browser(emulator.url())) {
            assertThatThrownBy(() -> browser.call("POST", "/v25.0/106540352242922/messages", "{}"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void portThatIsTaken() {
        try (var first = Emulator.start(0, cloud())) {
            assertThatThrownBy(() -> Emulator.start(first.port(), cloud())).isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Port %d cannot be used: ".formatted(first.port()))
                    .hasMessageEndingWith(" Choose another with --port.");
        }
    }

    @ParameterizedTest
    @CsvSource({"/playground,text/html", "/playground/playground.css,text/css",
            "/playground/playground.js,text/javascript", "/playground/phone.js,text/javascript", "/,text/html"})
    void pageIsServed(String path, String type) throws Exception {
        try (var emulator = Emulator.start(0, cloud()); var browser = new Browser(emulator.url())) {
            var response = browser.call("GET", path, "");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/playground", "/playground/playground.css", "/playground/playground.js",
            "/playground/phone.js"})
    void pageNeedsNoOtherHost(String path) throws Exception {
        try (var emulator = Emulator.start(0, cloud()); var browser = new Browser(emulator.url())) {
            assertThat(browser.call("GET", path, "").body())
                    .doesNotContainPattern(Pattern.compile("(src|href|url|from)\\W+(https?:)?//\\w"))
                    .doesNotContain("innerHTML");
        }
    }

    @Test
    void unknownPathSaysWhereToGo() throws Exception {
        try (var emulator = Emulator.start(0, cloud()); var browser = new Browser(emulator.url())) {
            var response = browser.call("GET", "/favicon.ico", "");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEqualTo("{\"error\":\"Nothing is at GET /favicon.ico. Open /playground, "
                    + "drive people at /emulator/…, call the Graph API at /v25.0/….\"}");
        }
    }

    @Test
    void helpNamesEveryOption() {
        var out = new StringWriter();

        int exit = new CommandLine(new EmulatorCommand()).setOut(new PrintWriter(out)).execute("--help");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("--port", "--webhook", "--app-secret", "--verify-token",
                "--phone-number-id", "--access-token", "--subject", "--members", "--template", "--seed", "--hold");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "--members=Ana | --members needs a group to be in: add --subject.",
            "--template=welcome | --template is NAME:LANGUAGE:BODY, such as 'welcome:en:Welcome, {{1}}!', not 'welcome'.",
            "--webhook=bot | A webhook goes to an http or https address, such as http://localhost:8080/webhook, not to 'bot'."})
    void wrongOptionIsExplained(String option, String message) {
        var err = new StringWriter();

        int exit = new CommandLine(new EmulatorCommand()).setErr(new PrintWriter(err)).execute(option);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith(message);
    }
}
