package dev.tertulia.graph.business;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.business.MediaFiles;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.http.HttpTransport;
import dev.tertulia.journal.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files over HTTP: what arrives is the file that WhatsApp told of, or an error that says what came instead. */
class ArrivingFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] FILE = "a tiny film".getBytes(StandardCharsets.UTF_8);
    private static final String PAGE = "<html>Sorry</html>";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ObjectNode told = JSON.createObjectNode().put("id", "7").put("mime_type", "video/mp4")
            .put("file_size", FILE.length).put("sha256", HexFormat.of().formatHex(Sha256.of(FILE)));
    private HttpServer server;
    private HttpTransport transport;
    private MediaFiles media;
    private HttpHandler host;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 200, "application/json", JSON.writeValueAsBytes(told)));
        server.createContext("/file", exchange -> host.handle(exchange));
        server.start();
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        told.put("url", url + "/file");
        transport = new HttpTransport(url, Duration.ofSeconds(10));
        media = new GraphBusiness(new GraphSettings("v25.0", "1", "secret", "en"), null, transport, JSON).media();
        host = exchange -> answer(exchange, 200, "video/mp4", FILE);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private long download() throws IOException {
        return media.download("7", 1_000, written);
    }

    private void isAway(String message) {
        assertThatExceptionOfType(WhatsAppUnavailable.class).isThrownBy(this::download).withMessage(message);
    }

    @Test
    void aWholeFileArrives() throws IOException {
        assertThat(download()).isEqualTo(FILE.length);
        assertThat(written.toByteArray()).isEqualTo(FILE);
    }

    @Test
    void itsHashMayBeWrittenAsInMessagesOrMissing() throws IOException {
        told.put("sha256", Base64.getEncoder().encodeToString(Sha256.of(FILE)));
        assertThat(download()).isEqualTo(FILE.length);

        told.remove("sha256");
        told.remove("file_size");
        assertThat(download()).isEqualTo(FILE.length);
    }

    @Test
    void aPageIsNoFile() {
        told.remove("sha256");
        told.remove("file_size");
        host = exchange -> answer(exchange, 200, "Text/HTML; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));

        isAway("what WhatsApp's file host answered is not file 7 (HTTP 200, Text/HTML; charset=utf-8)");
        assertThat(written.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"204", "302"})
    void anotherAnswerIsNoFile(int status) {
        host = exchange -> answer(exchange, status, "video/mp4", new byte[0]);

        isAway("what WhatsApp's file host answered is not file 7 (HTTP " + status + ", video/mp4)");
    }

    @Test
    void itHasTheSizeThatWasTold() {
        told.put("file_size", FILE.length + 1);
        isAway("file 7 has 12 bytes, and only 11 came");

        told.put("file_size", FILE.length - 1);
        isAway("file 7 has 10 bytes, and more came");
    }

    @ParameterizedTest
    @CsvSource({"49f227634806293b0995459bc310b593e1400f41591efcf07e9bced335f41942", "SfInY0gG", "?"})
    void itHasTheHashThatWasTold(String hash) {
        told.put("sha256", hash);

        isAway("file 7 has other content than WhatsApp's SHA-256 says");
    }

    @Test
    void aFileThatBreaksOffIsAway() {
        host = exchange -> {
            exchange.sendResponseHeaders(200, FILE.length);
            exchange.getResponseBody().write(FILE, 0, 5);
            exchange.getResponseBody().flush();
            exchange.close();
        };

        assertThatExceptionOfType(WhatsAppUnavailable.class).isThrownBy(this::download)
                .withMessageMatching("file 7 broke off after [05] bytes|WhatsApp did not provide file 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"404 | false | is no longer at its address (HTTP 404)",
            "410 | false | is no longer at its address (HTTP 410)", "403 | false | is not available (HTTP 403)",
            "429 | true | is not available now: WhatsApp's file host has too many requests (HTTP 429); ask again a"
                    + " little later",
            "408 | true | is not available now: WhatsApp's file host failed (HTTP 408); ask again a little later",
            "500 | true | is not available now: WhatsApp's file host failed (HTTP 500); ask again a little later",
            "503 | true | is not available now: WhatsApp's file host failed (HTTP 503); ask again a little later"})
    void aRefusalIsSaidAsWhatItIs(int status, boolean repeatable, String message) {
        host = exchange -> answer(exchange, status, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(RefusedByWhatsApp.class).isThrownBy(this::download).withMessage("file 7 " + message)
                .satisfies(refused -> assertThat(refused.httpStatus()).isEqualTo(status))
                .satisfies(refused -> assertThat(refused.repeatable()).isEqualTo(repeatable));
    }

    @Test
    void anAddressIsNeeded() {
        told.putNull("url");
        isAway("WhatsApp's answer cannot be read: it has no 'url'");

        told.put("url", "no address");
        assertThatExceptionOfType(WhatsAppUnavailable.class).isThrownBy(this::download)
                .withMessageStartingWith("WhatsApp's answer cannot be read: ");

        told.put("url", "/file");
        isAway("WhatsApp did not provide file 7");
    }

    @Test
    void whatCannotBeWrittenIsTheCallersOwn() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> media.download("7", 1_000, full)).isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }
}
