package dev.tertulia.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.server.settings.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Access to the demo is limited to this machine and to its own page, unless the settings allow more. */
class DemoAccessTest {

    private static final String EVERYWHERE = "there is no access token, so the process is the demo, in which any"
            + " visitor can act as any member, but TERTULIA_HOST (tertulia.host) lets other machines reach it; set"
            + " WHATSAPP_ACCESS_TOKEN (whatsapp.access-token) to go live, unset the host, or set"
            + " TERTULIA_DEMO_ACCESS (tertulia.demo.access) to open to allow this.";

    private static Application demo;

    @BeforeAll
    static void start() {
        demo = Application.start(Map.of("tertulia.port", 0, "tertulia.demo.hosts", "demo.example"));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    /** The response to a raw request, to which no client adds headers. */
    private static String ask(String method, String path, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), demo.url().getPort())) {
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
            for (String header : headers) {
                head.append(header.replace("PORT", String.valueOf(demo.url().getPort()))).append("\r\n");
            }
            head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/playground", "/playground/page.js", "/emulator/state", "/demo/turns",
            "/demo/handlers", "/nope"})
    void answersToItsOwnNamesOnly(String path) throws IOException {
        assertThat(status(ask("GET", path, "", "Host: rebound.example:PORT"))).isEqualTo(403);
        assertThat(status(ask("GET", path, "", "Host: 192.0.2.1"))).isEqualTo(403);
        for (String host : List.of("localhost:PORT", "127.0.0.1", "[::1]:PORT", "demo.example")) {
            assertThat(status(ask("GET", path, "", "Host: " + host))).isNotEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site"})
    void answersNoPageOfAnotherSite(String header) throws IOException {
        assertThat(status(ask("GET", "/emulator/state", "", "Host: localhost", header))).isEqualTo(403);
        assertThat(status(ask("GET", "/demo/turns", "", "Host: localhost", header))).isEqualTo(403);
        assertThat(status(ask("POST", "/emulator/reset", "{}", "Host: localhost", header,
                "Content-Type: application/json"))).isEqualTo(403);
        assertThat(demo.bean(FakeWhatsApp.class).groups()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aChangeIsAskedForAsJson(String type) throws IOException {
        assertThat(status(ask("POST", "/emulator/reset", "{}", "Host: localhost", "Content-Type: " + type)))
                .isEqualTo(415);
        assertThat(demo.bean(FakeWhatsApp.class).groups()).isNotEmpty();
    }

    @Test
    void webhooksStayOnThisMachine() throws IOException {
        String answer = ask("PUT", "/emulator/webhook", "{\"url\":\"http://192.0.2.1/webhook\"}", "Host: localhost",
                "Content-Type: application/json");

        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer).contains("TERTULIA_DEMO_WEBHOOKS=anywhere");
    }

    @Test
    void noOtherPageCanFrameThePage() throws IOException {
        assertThat(ask("GET", "/playground", "", "Host: localhost")).containsIgnoringCase(
                "Content-Security-Policy: default-src 'none'; script-src 'self';").contains("frame-ancestors 'none'");
        assertThat(ask("GET", "/demo/turns", "", "Host: localhost")).containsIgnoringCase("X-Frame-Options: DENY");
    }

    @Test
    void theSecretsAreOtherOnesEachTime() {
        AccountSettings secrets = demo.bean(FakeWhatsApp.class).settings();
        AccountSettings known = AccountSettings.demo();

        assertThat(List.of(secrets.accessToken(), secrets.appSecret(), secrets.verifyToken())).doesNotHaveDuplicates()
                .doesNotContain(known.accessToken(), known.appSecret(), known.verifyToken())
                .allSatisfy(secret -> assertThat(secret).hasSize(32));
        assertThat(demo.bean(Settings.class).webhook().appSecret()).isEqualTo(secrets.appSecret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "[::]", "0", "192.0.2.1", " 0.0.0.0 "})
    void itIsReachedFromOutsideOnlyWhenAskedForByName(String host) {
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> Application.start(Map.of("tertulia.port", 0, "tertulia.host", host)).close())
                .withMessage(EVERYWHERE);
    }

    @Test
    void itIsReachedFromOutsideThen() {
        try (Application open = Application
                .start(Map.of("tertulia.port", 0, "tertulia.host", "0.0.0.0", "tertulia.demo.access", "open"))) {
            assertThat(open.url().getPort()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"tertulia.demo.access,open", "tertulia.demo.hosts,demo.example", "tertulia.demo.webhooks,anywhere"})
    void theLiveProcessRefusesSuchSettings(String key, String value) {
        assertThatExceptionOfType(BadSettings.class).isThrownBy(() -> new LiveServer(Map.of(key, value)).close())
                .withMessageEndingWith(
                        "is for the demo, but with an access token the process is live; remove it.");
    }
}
