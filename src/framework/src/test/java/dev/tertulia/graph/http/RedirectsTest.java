package dev.tertulia.graph.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where calls and downloads go when they are sent on. */
class RedirectsTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer graph;
    private HttpServer elsewhere;
    private HttpTransport transport;
    private int status = 302;
    private String location = "";

    @BeforeEach
    void start() throws IOException {
        graph = server();
        elsewhere = server();
        graph.createContext("/sends-on", exchange -> answer(exchange, status, location));
        for (HttpServer server : List.of(graph, elsewhere)) {
            server.createContext("/file", exchange -> answer(exchange, 200, null));
            server.createContext("/again", exchange -> answer(exchange, 302, location(graph, "/file")));
            server.createContext("/circle", exchange -> answer(exchange, 302, "/circle"));
        }
        transport = new HttpTransport(address(graph, ""), Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        transport.close();
        graph.stop(0);
        elsewhere.stop(0);
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }

    private static URI address(HttpServer server, String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static String location(HttpServer server, String path) {
        return address(server, path).toString();
    }

    private void answer(HttpExchange exchange, int code, String to) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.getRequestBody().readAllBytes();
        if (to != null) {
            exchange.getResponseHeaders().set("Location", to);
        }
        byte[] body = "{\"messages\": [{\"id\": \"wamid.1\"}]}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String download(String to) throws IOException {
        location = to;
        FileTransport.Download download = transport.download(address(graph, "/sends-on"), "token");
        try (InputStream content = download.content()) {
            return download.status() + " " + content.readAllBytes().length;
        }
    }

    @ParameterizedTest
    @CsvSource({"301,POST", "302,POST", "303,POST", "307,POST", "308,POST", "301,DELETE", "307,DELETE", "302,GET",
            "308,GET"})
    void aCallIsNotSentOn(int code, String method) throws IOException {
        status = code;
        location = location(elsewhere, "/file");

        Transport.Answer answer = transport.exchange(method, "/sends-on", "token", RequestBody.json());

        assertThat(answer.status()).isEqualTo(code);
        assertThat(asked).containsExactly(method + " /sends-on Bearer token");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aDownloadIsSentOnWithinItsHost(int code) throws IOException {
        status = code;

        assertThat(download("/file")).isEqualTo("200 33");
        assertThat(asked).containsExactly("GET /sends-on Bearer token", "GET /file Bearer token");
    }

    @Test
    void anotherHostDoesNotGetTheToken() throws IOException {
        assertThat(download(location(elsewhere, "/file"))).isEqualTo("200 33");
        assertThat(asked).containsExactly("GET /sends-on Bearer token", "GET /file null");
    }

    @Test
    void norDoesTheFirstOneWhenAnotherSendsTheDownloadBack() throws IOException {
        assertThat(download(location(elsewhere, "/again"))).isEqualTo("200 33");
        assertThat(asked).containsExactly("GET /sends-on Bearer token", "GET /again null", "GET /file null");
    }

    @Test
    void aDownloadThatIsSentInACircleEnds() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> download("/circle"))
                .withMessage("the file's host redirects the download more than 5 times");
        assertThat(asked).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd,which is no address of a file", "jar:file:/a.jar!/b,which is no address of a file",
            "ftp://example.org/file,which is no address of a file", "//,which is no address",
            "https://user@example.org/,which is no address of a file",
            "http://192.0.2.1/file,which does not begin with https://",
            "http://[::ffff:8.8.8.8]/file,which does not begin with https://",
            "https://10.0.0.1/,which is an address of a private network",
            "https://192.168.1.1/,which is an address of a private network",
            "https://169.254.169.254/latest,which is an address of a private network",
            "https://100.64.0.1/,which is an address of a private network",
            "https://0.0.0.0/,which is an address of a private network",
            "https://[fd00::1]/,which is an address of a private network",
            "https://[fe80::1]/,which is an address of a private network"})
    void aDownloadIsNotSentAnywhere(String to, String why) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> download(to))
                .withMessage("the file's host redirects the download to another place, " + why);
        assertThat(asked).containsExactly("GET /sends-on Bearer token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/file", "https://127.0.0.1/file", "https://localhost/", "https://[::1]/",
            "https://[::ffff:127.0.0.1]/"})
    void aHostOnTheNetSendsNobodyToThisMachine(String to) {
        Redirects redirects = new Redirects(URI.create("https://192.0.2.1"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> redirects.next(URI.create("https://192.0.2.2/file"), to));
    }

    @Test
    void aHostOnTheNetMaySendToAnotherOne() throws IOException {
        Redirects redirects = new Redirects(URI.create("https://192.0.2.1"));

        assertThat(redirects.next(URI.create("https://192.0.2.2/file"), "https://192.0.2.3:8443/b?c"))
                .isEqualTo(URI.create("https://192.0.2.3:8443/b?c"));
    }
}
