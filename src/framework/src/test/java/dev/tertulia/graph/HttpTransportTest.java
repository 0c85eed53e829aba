package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HttpTransportTest {

    private static final byte[] BODY = "{\"to\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8);

    private static HttpServer server;
    private static HttpTransport transport;
    private static HttpHandler handler;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> handler.handle(exchange));
        server.start();
        transport = transport(server.getAddress().getPort(), Duration.ofSeconds(10));
    }

    @AfterAll
    static void stop() {
        transport.close();
        server.stop(0);
    }

    private static HttpTransport transport(int port, Duration patience) {
        return new HttpTransport(URI.create("http://localhost:" + port), patience);
    }

    private static Transport.Answer exchange(String method, HttpHandler answers) throws IOException {
        handler = answers;
        return transport.exchange(method, "/v25.0/1/messages", "token", Payload.json(BODY));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE"})
    void sendsTheRequestAsItIs(String method) throws IOException {
        Transport.Answer answer = exchange(method, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 200, String.join("\n", exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type"), body));
        });

        assertThat(answer).isEqualTo(new Transport.Answer(200, method
                + "\n/v25.0/1/messages\nBearer token\napplication/json\n{\"to\":\"Grüße\"}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {206, 400, 401, 403, 404, 429, 500, 503})
    void handsOnEveryStatusWithItsBody(int status) throws IOException {
        assertThat(exchange("POST", exchange -> answer(exchange, status, "{\"é\": 1}")))
                .isEqualTo(new Transport.Answer(status, "{\"é\": 1}"));
    }

    @Test
    void takesAnEmptyAnswer() throws IOException {
        assertThat(exchange("POST", exchange -> answer(exchange, 500, "")))
                .isEqualTo(new Transport.Answer(500, ""));
    }

    @Test
    void saysWhenNothingWasSent() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (HttpTransport nobody = transport(closed, Duration.ofSeconds(10))) {
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> nobody.exchange("POST", "/", "token", Payload.json(BODY)));
        }
    }

    @Test
    void saysWhenNobodyKnowsWhatWasDone() {
        CountDownLatch over = new CountDownLatch(1);
        handler = exchange -> await(over);
        try (HttpTransport impatient = transport(server.getAddress().getPort(), Duration.ofMillis(100))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> impatient.exchange("POST", "/", "token", Payload.json(BODY)))
                    .isNotInstanceOf(ConnectException.class);
        } finally {
            over.countDown();
        }
    }

    @Test
    void saysSoWhenTheConnectionBreaks() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> exchange("POST", HttpExchange::close))
                .isNotInstanceOf(ConnectException.class);
    }

    @Test
    void refusesWhatIsNoUrl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpTransport(URI.create("graph"), Duration.ofSeconds(1)))
                .withMessage("'graph' is no URL of a Graph API");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
