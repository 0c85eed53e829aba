package dev.tertulia.emulator;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.webhook.HttpWebhooks;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose requests the emulator answers over real HTTP. */
class RequestPolicyTest {
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking());
    private Emulator emulator;

    @BeforeEach
    void start() {
        whatsApp.createGroup("Book club");
        emulator = Emulator.start(0, whatsApp);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    /** The status of a request that is written by hand, so that nothing is added to it. */
    private int status(String method, String path, List<String> headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), emulator.port())) {
            var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            headers.forEach(header -> head.append(header.replace("PORT", "" + emulator.port())).append("\r\n"));
            if (!body.isEmpty()) {
                head.append("Content-Length: ").append(body.length()).append("\r\n");
            }
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
            return Integer.parseInt(line.split(" ")[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:PORT", "LocalHost:PORT", "127.0.0.1:PORT", "127.3.2.1",
            "[::1]:PORT",
            "[::1]", "[0:0:0:0:0:0:0:1]"})
    void answersWhoCallsItByALoopbackName(String host) throws IOException {
        assertThat(status("GET", "/emulator/state", List.of("Host: " + host), "")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1.evil.example", "localhost.evil.example",
            "evil.localhost", "10.0.0.1", "0.0.0.0:PORT", "127.1", "0x7f.0.0.1", "2130706433", "127.0.0.1.", "[::]",
            "[::2]:PORT", "[zz]", "", "localhost, evil.example", "user@localhost", "127.0.0.256"})
    void answersNobodyElse(String host) throws IOException {
        for (String path : List.of("/emulator/state", "/playground", "/playground/page.js", "/", "/v25.0/1", "/nope")) {
            assertThat(status("GET", path, List.of("Host: " + host), "")).isEqualTo(403);
        }
    }

    @Test
    void answersNobodyWhoNamesTwoHosts() throws IOException {
        assertThat(status("GET", "/emulator/state", List.of("Host: localhost", "Host: evil.example"), ""))
                .isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Origin: http://evil.example | 403", "Origin: null | 403",
            "Origin: http://localhost | 403", "Origin: http://localhost:1 | 403", "Origin: file:// | 403",
            "Origin: http://localhost:PORT.evil.example | 403", "Origin: http://localhost:PORT | 200",
            "Sec-Fetch-Site: cross-site | 403", "Sec-Fetch-Site: same-site | 403", "Sec-Fetch-Site: same-origin | 200",
            "Sec-Fetch-Site: none | 200"})
    void answersItsOwnPageOnly(String header, int status) throws IOException {
        List<String> headers = List.of("Host: localhost:PORT", "Content-Type: application/json", header);

        assertThat(status("GET", "/emulator/state", headers, "")).isEqualTo(status);
        assertThat(status("POST", "/emulator/reset", headers, "{}")).isEqualTo(status);
        assertThat(whatsApp.groups()).hasSize(status == 200 ? 0 : 1);
    }

    @Test
    void aLinkMayLeadToThePageAlone() throws IOException {
        List<String> link = List.of("Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: document");
        List<String> frame = List.of("Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate",
                "Sec-Fetch-Dest: iframe");

        assertThat(status("GET", "/playground", link, "")).isEqualTo(200);
        assertThat(status("GET", "/emulator/state", link, "")).isEqualTo(403);
        assertThat(status("GET", "/playground", frame, "")).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/plain", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain; application/json", "application/jsonx", "text/json"})
    void aChangeIsAskedForAsJson(String type) throws IOException {
        List<String> headers = List.of("Host: localhost:PORT", "Authorization: Bearer demo-token",
                "Content-Type: " + type);

        assertThat(status("POST", "/emulator/reset", headers, "{}")).isEqualTo(415);
        assertThat(status("POST", "/emulator/reset", headers, "")).isEqualTo(415);
        assertThat(status("PUT", "/emulator/webhook", headers, "{\"url\":\"http://localhost:1\"}")).isEqualTo(415);
        assertThat(status("DELETE", "/emulator/faults", headers, "{}")).isEqualTo(415);
        assertThat(status("POST", "/v25.0/106540352242922/messages", headers, "{}")).isEqualTo(415);
        assertThat(whatsApp.groups()).hasSize(1);
    }

    @Test
    void whatHasABodyNamesItsType() throws IOException {
        assertThat(status("POST", "/emulator/reset", List.of("Host: localhost"), "{}")).isEqualTo(415);
        assertThat(status("POST", "/emulator/reset", List.of("Host: localhost"), "")).isEqualTo(200);
    }

    @Test
    void filesComeAsAForm() throws IOException {
        List<String> headers = List.of("Host: localhost", "Authorization: Bearer demo-token",
                "Content-Type: multipart/form-data; boundary=x");

        assertThat(status("POST", "/v25.0/106540352242922/media", headers, "--x--")).isEqualTo(400);
        assertThat(status("POST", "/v25.0/106540352242922/groups", headers, "--x--")).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"/v25.0/106540352242922/messages,1048577", "/v25.0/106540352242922/media,1048577",
            "/emulator/groups,25165825", "/nope,1048577"})
    void aBodyIsBounded(String path, int bytes) throws Exception {
        assertThat(status("POST", path, List.of("Host: localhost", "Content-Type: application/json",
                "Content-Length: " + bytes), "")).isEqualTo(413);
        assertThat(status("POST", path, List.of("Host: localhost", "Content-Type: application/json",
                "Content-Length: 99999999999999999999"), "")).isGreaterThanOrEqualTo(400);
        assertThat(chunked(path, bytes)).isEqualTo(413);
    }

    private int chunked(String path, int bytes) throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
            return client.send(HttpRequest.newBuilder(emulator.url().resolve(path))
                    .header("Content-Type", "application/json").POST(body).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void furtherNamesAndAddressesCanBeAllowed() {
        var policy = new RequestPolicy(true, Set.of("Demo.example"));

        assertThat(policy.refusal("GET", "/", Map.of("host", "demo.EXAMPLE:8080"))).isEmpty();
        assertThat(policy.refusal("GET", "/", Map.of("host", "192.0.2.1:8080"))).isEmpty();
        assertThat(policy.refusal("GET", "/", Map.of("host", "other.example"))).isPresent();
        assertThat(policy.refusal("GET", "/", Map.of("host", "demo.example", "origin", "https://demo.example")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/webhook", "http://evil.example/webhook", "http://localhost@192.0.2.1/",
            "http://127.0.0.1.evil.example/", "https://localhost.evil.example/", "http://0.0.0.0:1/", "http:///webhook",
            "http://169.254.169.254/latest", "http://2130706433/", "http://[::2]/"})
    void webhooksStayOnThisMachine(String url) {
        Response control = whatsApp.handle(new Request("PUT", "/emulator/webhook", Map.of(), Map.of(),
                Json.bytes(Json.object("url", url))));
        Response number = graph("/v25.0/106540352242922", Json.bytes(Json.object("webhook_configuration",
                Json.object("override_callback_uri", url, "verify_token", "x"))), Map.of());
        Response account = graph("/v25.0/102290129340398/subscribed_apps",
                Json.bytes(Json.object("override_callback_uri", url, "verify_token", "x")), Map.of());
        Response app = graph("/v25.0/12/subscriptions", new byte[0], Map.of("object", "whatsapp_business_account",
                "callback_url", url, "verify_token", "x", "fields", "messages"));

        assertThat(List.of(control, number, account, app)).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.text()).contains("Webhooks go to this machine only, such as"
                    + " http://localhost:8080/webhook. Others are allowed by --webhooks-anywhere, in the demo by"
                    + " TERTULIA_DEMO_WEBHOOKS=anywhere.");
        });
    }

    private Response graph(String path, byte[] body, Map<String, String> query) {
        return whatsApp
                .handle(new Request("POST", path, query, Map.of("authorization", "Bearer 1|test-app-secret"), body));
    }

    @Test
    void webhooksGoElsewhereWhereThatIsAllowed() {
        whatsApp.webhooks().anywhere(true);

        assertThat(whatsApp.handle(new Request("PUT", "/emulator/webhook", Map.of(), Map.of(),
                Json.bytes(Json.object("url", "http://192.0.2.1/webhook")))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aWebhookIsNotSentOn(int status) throws Exception {
        var elsewhere = new AtomicInteger();
        HttpServer bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/webhook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        bot.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        bot.start();
        try {
            var target = new HttpWebhooks(
                    URI.create("http://127.0.0.1:%d/webhook".formatted(bot.getAddress().getPort())));

            assertThat(target.deliver("sha256=", new byte[1])).isEqualTo(status);
            assertThat(elsewhere).hasValue(0);
        } finally {
            bot.stop(0);
        }
    }

    @Test
    void noOtherPageCanFrameThePageOrRunScriptsInIt() throws Exception {
        try (var browser = new Browser(emulator.url())) {
            var page = browser.call("GET", "/playground", "").headers();
            var state = browser.call("GET", "/emulator/state", "").headers();

            assertThat(page.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'",
                    "script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe");
            assertThat(page.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(state.firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; frame-ancestors 'none'; sandbox");
            assertThat(state.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }
}
