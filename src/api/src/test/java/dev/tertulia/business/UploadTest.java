package dev.tertulia.business;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What can be uploaded besides files on the disk: streams, and files of a web server. */
class UploadTest {

    private static final byte[] PICTURE = {1, 2, 3};

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Answers a path; a length of 0 stands for an unknown one. */
    private URI serves(String path, int status, String type, long length) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", type);
                exchange.sendResponseHeaders(status, length);
                exchange.getResponseBody().write(PICTURE);
            }
        });
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static byte[] read(Upload upload) throws IOException {
        try (InputStream content = upload.content().open()) {
            return content.readAllBytes();
        }
    }

    @Test
    void aStreamIsReadAndClosed() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        Upload upload = Upload.of("a.png", "image/png", new ByteArrayInputStream(PICTURE) {
            @Override
            public void close() {
                closed.set(true);
            }
        });

        assertThat(closed).isTrue();
        assertThat(upload.length()).isEqualTo(3);
        assertThat(read(upload)).isEqualTo(PICTURE);
    }

    @Test
    void aStreamIsNotReadBeyondWhatWhatsAppTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Upload.of("a.webp", "image/webp", new ByteArrayInputStream(new byte[600_000])))
                .withMessage("a.webp has 512001 bytes: of image/webp WhatsApp takes 1 to 512000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Upload.of("a.gif", "image/gif", new ByteArrayInputStream(PICTURE)))
                .withMessageStartingWith("a file of type 'image/gif': WhatsApp takes ");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 0})
    void aFileOfAWebServerHasTheTypeThatTheServerSays(long length) throws Exception {
        Upload upload = Upload.at(serves("/pictures/cat.png", 200, "image/png", length));

        assertThat(upload).extracting(Upload::filename, Upload::mimeType, Upload::length)
                .containsExactly("cat.png", "image/png", 3L);
        assertThat(read(upload)).isEqualTo(PICTURE);
    }

    @Test
    void redirectsAreFollowed() throws Exception {
        URI cat = serves("/cat.png", 200, "image/png", 3);
        server.createContext("/old", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Location", cat.toString());
                exchange.sendResponseHeaders(302, -1);
            }
        });

        assertThat(read(Upload.at(cat.resolve("/old")))).isEqualTo(PICTURE);
    }

    @Test
    void whatIsNoFileOfWhatsAppsIsRefused() {
        URI page = serves("/page", 200, "text/html", 3);
        URI gone = serves("/gone.png", 404, "image/png", 3);

        assertThatIllegalArgumentException().isThrownBy(() -> Upload.at(page))
                .withMessageStartingWith("a file of type 'text/html': WhatsApp takes ");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Upload.at(gone))
                .withMessage(gone + " answered HTTP 404 instead of a file");
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd", "ftp://example.org/a.png", "cat.png", "http:/cat.png"})
    void otherAddressesAreRefused(URI address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Upload.at(address)).withMessage(
                "'" + address + "' is no address of a file; it must begin with https:// or http://");
    }
}
