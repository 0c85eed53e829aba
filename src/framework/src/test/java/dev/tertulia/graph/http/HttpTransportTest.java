package dev.tertulia.graph.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

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

    private static final int HALF = 100_000;
    private static final int MANY = 200;
    private static final byte[] BODY = "{\"to\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8);

    private static final int ENDLESS = 64 * 1024 * 1024;

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
        return transport.exchange(method, "/v25.0/1/messages", "token", RequestBody.json(BODY));
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

    @Test
    void saysWithEveryRequestWhatItIs() throws IOException {
        List<String> agents = new CopyOnWriteArrayList<>();
        HttpHandler notes = exchange -> {
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, "{}");
        };

        exchange("POST", notes);
        transport.exchange("GET", "/v25.0/1", "token", RequestBody.json());
        transport.exchange("POST", "/", "token",
                new RequestBody("video/mp4", HALF, new ByteArrayInputStream(new byte[HALF])));
        transport.download(file(), "token").content().close();

        assertThat(agents).hasSize(4).allSatisfy(agent -> assertThat(agent).startsWith("Tertulia"));
    }

    @Test
    void aFileSaysOfWhichTypeItIs() throws IOException {
        handler = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            answer(exchange, 200, "x");
        };

        FileTransport.Download download = transport.download(file(), "token");

        download.content().close();
        assertThat(download.contentType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(ints = {206, 400, 401, 403, 404, 429, 500, 503})
    void handsOnEveryStatusWithItsBody(int status) throws IOException {
        assertThat(exchange("POST", exchange -> answer(exchange, status, "{\"é\": 1}")))
                .isEqualTo(new Transport.Answer(status, "{\"é\": 1}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 500})
    void anAnswerThatIsTooLongIsNone(int status) {
        HttpHandler endless = exchange -> {
            exchange.sendResponseHeaders(status, 0);
            byte[] part = new byte[HALF];
            for (int sent = 0; sent < ENDLESS; sent += HALF) {
                exchange.getResponseBody().write(part);
            }
        };

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> exchange("POST", endless))
                .withMessage("the answer is longer than 4194304 bytes");
    }

    @Test
    void takesAnEmptyAnswer() throws IOException {
        assertThat(exchange("POST", exchange -> answer(exchange, 500, "")))
                .isEqualTo(new Transport.Answer(500, ""));
    }

    @Test
    void keepsThePathOfTheGraphAndTheQuery() throws IOException {
        handler = exchange -> answer(exchange, 200, exchange.getRequestURI().toString());
        URI proxy = URI.create("http://localhost:" + server.getAddress().getPort() + "/graph/");
        try (HttpTransport behind = new HttpTransport(proxy, Duration.ofSeconds(10))) {
            assertThat(behind.exchange("GET", "/v25.0/1?fields=a%2Cb", "token", RequestBody.json()).body())
                    .isEqualTo("/graph/v25.0/1?fields=a%2Cb");
        }
    }

    /** Answers come fast: what is not all written by then costs the connection. A few, as one is given back late. */
    @Test
    void keepsConnectionsForTheNextRequests() throws IOException {
        Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < MANY; i++) {
            exchange("POST", exchange -> {
                connections.add(exchange.getRemoteAddress());
                answer(exchange, 200, "{}");
            });
        }

        assertThat(connections).hasSizeLessThan(MANY / 10);
    }

    /** The server has taken in what it waits for before the last of it was given out: nothing is gathered first. */
    @Test
    void sendsABodyWhileItIsRead() throws IOException {
        CountDownLatch arrived = new CountDownLatch(1);
        handler = exchange -> {
            int first = exchange.getRequestBody().readNBytes(HALF).length;
            arrived.countDown();
            answer(exchange, 200, first + exchange.getRequestBody().readAllBytes().length + " bytes with "
                    + exchange.getRequestHeaders().getFirst("Content-Length"));
        };
        InputStream second = new LazyInputStream(() -> {
            await(arrived);
            return new ByteArrayInputStream(new byte[HALF]);
        });
        InputStream content = new SequenceInputStream(new ByteArrayInputStream(new byte[HALF]), second);

        Transport.Answer answer = transport.exchange("POST", "/", "token",
                new RequestBody("video/mp4", 2 * HALF, content));

        assertThat(answer.body()).isEqualTo(2 * HALF + " bytes with " + 2 * HALF);
    }

    @Test
    void givesOutAFileWhileItArrives() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 2 * HALF);
            exchange.getResponseBody().write(new byte[HALF]);
            exchange.getResponseBody().flush();
            await(read);
            exchange.getResponseBody().write(new byte[HALF]);
            exchange.close();
        };

        FileTransport.Download download = transport.download(file(), "token");

        try (InputStream content = download.content()) {
            assertThat(content.readNBytes(new byte[HALF], 0, HALF)).isEqualTo(HALF);
            read.countDown();
            assertThat(content.readAllBytes()).hasSize(HALF);
        } finally {
            read.countDown();
        }
    }

    @Test
    void aFileWantsTheTokenToo() throws IOException {
        handler = exchange -> answer(exchange, 404, exchange.getRequestHeaders().getFirst("Authorization"));

        FileTransport.Download download = transport.download(file(), "token");

        try (InputStream content = download.content()) {
            assertThat(download.status()).isEqualTo(404);
            assertThat(content).hasContent("Bearer token");
        }
    }

    @Test
    void aFileThatIsReadNoFurtherHoldsNoConnection() throws IOException {
        handler = exchange -> answer(exchange, 200, "x".repeat(HALF));

        for (int i = 0; i < 300; i++) { // more than there are connections
            transport.download(file(), "token").content().close();
        }

        try (InputStream content = transport.download(file(), "token").content()) {
            assertThat(content).hasContent("x".repeat(HALF));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/file", "http://example.org/file", "ftp://example.org/file"})
    void theTokenDoesNotTravelInTheOpen(String address) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> transport.download(URI.create(address), "token"))
                .withMessage("the address of a file does not begin with https://, so that the access token would not"
                        + " be safe");
    }

    private static URI file() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/file?mid=1&hash=AT%2B");
    }

    /** Opens what it reads only when somebody reads. */
    private static final class LazyInputStream extends InputStream {

        private final Supplier<InputStream> opening;
        private InputStream opened;

        LazyInputStream(Supplier<InputStream> opening) {
            this.opening = opening;
        }

        private InputStream open() {
            if (opened == null) {
                opened = opening.get();
            }
            return opened;
        }

        @Override
        public int read() throws IOException {
            return open().read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return open().read(into, from, length);
        }
    }

    @Test
    void saysWhenNothingWasSent() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (HttpTransport nobody = transport(closed, Duration.ofSeconds(10))) {
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> nobody.exchange("POST", "/", "token", RequestBody.json(BODY)));
        }
    }

    @Test
    void saysWhenNobodyKnowsWhatWasDone() {
        CountDownLatch over = new CountDownLatch(1);
        handler = exchange -> await(over);
        try (HttpTransport impatient = transport(server.getAddress().getPort(), Duration.ofMillis(100))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> impatient.exchange("POST", "/", "token", RequestBody.json(BODY)))
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
