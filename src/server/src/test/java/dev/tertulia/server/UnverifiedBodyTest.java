package dev.tertulia.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Input without the app secret is refused by its head, or bounded in bytes, connections and time. */
class UnverifiedBodyTest {

    private static final String DELIVERY = "{\"entry\":[]}";
    private static final String HEAD = "POST /webhook HTTP/1.1\r\nHost: localhost\r\n";
    private static final String SIGNED = "X-Hub-Signature-256: sha256="
            + "0000000000000000000000000000000000000000000000000000000000000000\r\n";
    private static final int MOST_CONNECTIONS = 20;

    private static LiveServer server;

    @BeforeAll
    static void start() {
        server = new LiveServer(Map.of("tertulia.most-connections", MOST_CONNECTIONS, "tertulia.request-deadline", "2s",
                "tertulia.largest-delivery", "100KB"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawConnection connect() {
        return new RawConnection(server.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X-Hub-Signature-256: \r\n", "X-Hub-Signature-256: sha256=00\r\n",
            "X-Hub-Signature: sha1=0000000000000000000000000000000000000000\r\n",
            "X-Hub-Signature-256: sha1=0000000000000000000000000000000000000000000000000000000000000000\r\n",
            "X-Hub-Signature-256: sha256=000000000000000000000000000000000000000000000000000000000000000g\r\n",
            "X-Hub-Signature-256: sha256=00000000000000000000000000000000000000000000000000000000000000000\r\n"})
    void withoutASignatureTheBodyIsNotWaitedFor(String header) {
        try (RawConnection connection = connect()) {
            connection.write(HEAD + header + "Content-Length: 99999\r\n\r\n");

            assertThat(connection.line()).isEqualTo("HTTP/1.1 401 Unauthorized");
            assertThat(connection.rest()).contains("connection: close");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /webhook/ ", "POST /webhook?a=b "})
    void whateverElseIsInTheAddress(String line) {
        try (RawConnection connection = connect()) {
            connection.write(line + "HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n");

            assertThat(connection.line()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }
    }

    @Test
    void twoSignaturesAreNone() {
        try (RawConnection connection = connect()) {
            connection.write(HEAD + SIGNED + SIGNED + "Content-Length: 99999\r\n\r\n");

            assertThat(connection.line()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsNotWaitedFor() {
        try (RawConnection connection = connect()) {
            connection.write(HEAD + SIGNED + "Content-Length: 100000000\r\n\r\n");

            assertThat(connection.line()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    @Test
    void theRefusalIsNotLostWithTheBody() {
        assertThat(server.meta().deliver("sha256=no", BodyPublishers.ofByteArray(new byte[3_000_000]))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /web", HEAD, HEAD + "X-Hub-Signature-256: sha256=", ""})
    void aHeadThatDoesNotEndIsNotWaitedForLong(String part) {
        try (RawConnection connection = connect()) {
            connection.write(part);

            assertThat(connection.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 99999\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"})
    void aBodyThatDoesNotEndIsNotWaitedForLong(String part) {
        try (RawConnection connection = connect()) {
            connection.write(HEAD + SIGNED + part);

            assertThat(connection.line()).isEqualTo("HTTP/1.1 408 Request Timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", HEAD + SIGNED + "Content-Length: 99999\r\n\r\n{"})
    void whoHoldsConnectionsKeepsNobodyOut(String part) {
        List<RawConnection> held = new ArrayList<>();
        try {
            for (int i = 0; i < 5 * MOST_CONNECTIONS; i++) {
                held.add(connect().write(part));
            }
            // otherwise a connection opened earlier may be admitted later and take the place of the next one
            await().until(() -> held.stream().filter(RawConnection::isOver).count() >= 4 * MOST_CONNECTIONS);
            try (Meta meta = new Meta(server.url())) {
                assertThat(meta.deliver(DELIVERY)).isEqualTo(200);
            }
        } finally {
            held.forEach(RawConnection::close);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "identity", "br", ""})
    void anyEncodingIsRefused(String encoding) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(DELIVERY.getBytes());
        }
        byte[] body = packed.toByteArray();
        try (RawConnection connection = connect()) {
            connection.write(HEAD + "X-Hub-Signature-256: " + Meta.signature(body) + "\r\nContent-Encoding: " + encoding
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n").write(body);

            assertThat(connection.line()).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
        }
    }

    @Test
    void aPackedTransferIsRefused() {
        try (RawConnection connection = connect()) {
            connection.write(HEAD + SIGNED + "Transfer-Encoding: gzip, chunked\r\n\r\n");

            assertThat(connection.line()).isEqualTo("HTTP/1.1 501 Not Implemented");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0016\u0003\u0001\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n"})
    void garbageIsABadRequest(String garbage) {
        try (RawConnection connection = connect()) {
            connection.write(garbage);

            assertThat(connection.line()).isEqualTo("HTTP/1.1 400 Bad Request");
        }
    }

    @Test
    void aBodyInPiecesIsTakenWhole() {
        String chunks = "1\r\n{\r\nb\r\n\"entry\":[]}\r\n0\r\n\r\n";
        try (RawConnection connection = connect()) {
            connection.write(HEAD + "X-Hub-Signature-256: " + Meta.signature(DELIVERY.getBytes())
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

            assertThat(connection.line()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void severalDeliveriesTakeOneConnection() {
        String one = HEAD + "X-Hub-Signature-256: " + Meta.signature(DELIVERY.getBytes()) + "\r\nContent-Length: "
                + DELIVERY.length() + "\r\n";
        try (RawConnection connection = connect()) {
            connection.write(one + "\r\n" + DELIVERY + one + "\r\n" + DELIVERY + one + "Connection: close\r\n\r\n"
                    + DELIVERY);

            assertThat(connection.rest()).containsPattern("(?s)(HTTP/1.1 200 OK.*){3}");
        }
    }

    @Test
    void whoAsksFirstWhetherToSendIsTold() {
        try (RawConnection connection = connect()) {
            connection.write(HEAD + "X-Hub-Signature-256: " + Meta.signature(DELIVERY.getBytes()) + "\r\n"
                    + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + DELIVERY.length() + "\r\n\r\n");
            assertThat(connection.line()).isEqualTo("HTTP/1.1 100 Continue");

            assertThat(connection.write(DELIVERY).rest()).contains("HTTP/1.1 200 OK");
        }
    }
}
