package dev.tertulia.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Invalid input without a signature leaves nothing in the log. */
class GarbageTest {

    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final int ROUNDS = 20;
    private static LiveServer server;
    private static int port;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        server = new LiveServer(Map.of("tertulia.largest-delivery", "10KB"));
        port = server.meta().request("/").build().uri().getPort();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
    }

    private static String post(String headers, String body) {
        return "POST /webhook HTTP/1.1\r\n" + HOST + headers + "\r\n" + body;
    }

    private static String get(String uri, String headers) {
        return "GET " + uri + " HTTP/1.1\r\n" + HOST + headers + "\r\n";
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                arguments("no request line", "\u0000\u0001\u0002 garbage\r\n\r\n"),
                arguments("a TLS hello", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\r\n\r\n"),
                arguments("no version", "GET /webhook\r\n\r\n"),
                arguments("an unknown version", "GET /webhook HTTP/9.9\r\n\r\n"),
                arguments("HTTP/2 out of the blue", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
                arguments("a percent sign", get("/webhook?hub.mode=%", "")),
                arguments("a broken escape", get("/%zz", "")),
                arguments("a broken escape in the path", get("/webhook/%E0%A4%A", "")),
                arguments("spaces in the path", get("/a b c", "")),
                arguments("brackets in the path", get("/[]{}|\\^`", "")),
                arguments("a path of another host", get("http://[::1/webhook", "")),
                arguments("an empty path", get("", "")),
                arguments("two slashes", get("//", "")),
                arguments("a path without a slash", get("webhook", "")),
                arguments("a long path", get("/" + "a".repeat(20_000), "")),
                arguments("an asterisk", "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("an unknown path", get("/wp-admin.php", "")),
                arguments("a wrong method", "DELETE /webhook HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("an unknown method", "FOO /webhook HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("a method of odd characters", "G\u0001T /webhook HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("CONNECT", "CONNECT example.org:443 HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("TRACE", "TRACE /webhook HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("HEAD", "HEAD /webhook HTTP/1.1\r\n" + HOST + "\r\n"),
                arguments("a length that is no number", post("Content-Length: many\r\n", "x")),
                arguments("a negative length", post("Content-Length: -1\r\n", "x")),
                arguments("two lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n", "xx")),
                arguments("a length and chunks", post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                        "1\r\nx\r\n0\r\n\r\n")),
                arguments("a bad chunk", post("Transfer-Encoding: chunked\r\n", "zz\r\nx\r\n0\r\n\r\n")),
                arguments("a bad second chunk", post("Transfer-Encoding: chunked\r\n", "1\r\nx\r\nqq\r\n\r\n")),
                arguments("an endless chunk", post("Transfer-Encoding: chunked\r\n", "ffffffffff\r\nx")),
                arguments("an unknown transfer encoding", post("Transfer-Encoding: foo\r\n", "x")),
                arguments("a body that ends early", post("Content-Length: 5000\r\n", "abc")),
                arguments("chunks that end early", post("Transfer-Encoding: chunked\r\n", "5\r\nab")),
                arguments("a body that is too large", post("Content-Length: 20000\r\n", "x".repeat(20_000))),
                arguments("chunks that are too large", post("Transfer-Encoding: chunked\r\n",
                        "4e20\r\n" + "x".repeat(20_000) + "\r\n0\r\n\r\n")),
                arguments("a length beyond all bounds", post("Content-Length: 99999999999999\r\n", "x")),
                arguments("bad gzip", post("Content-Encoding: gzip\r\nContent-Length: 4\r\n", "abcd")),
                arguments("bad deflate", post("Content-Encoding: deflate\r\nContent-Length: 4\r\n", "abcd")),
                arguments("bad brotli", post("Content-Encoding: br\r\nContent-Length: 4\r\n", "abcd")),
                arguments("bad zstd", post("Content-Encoding: zstd\r\nContent-Length: 4\r\n", "abcd")),
                arguments("a long header", get("/webhook", "X-Long: " + "a".repeat(20_000) + "\r\n")),
                arguments("many headers", get("/webhook", "X-Many: abcdefghij\r\n".repeat(1_000))),
                arguments("a header without a colon", get("/webhook", "no colon here\r\n")),
                arguments("a header without a name", get("/webhook", ": value\r\n")),
                arguments("a header of odd characters", get("/webhook", "X-\u0001: \u0002\r\n")),
                arguments("a content type that is none", post("Content-Type: ;;;\r\nContent-Length: 1\r\n", "x")),
                arguments("a form that is none", post("Content-Type: multipart/form-data\r\nContent-Length: 1\r\n",
                        "x")),
                arguments("a charset that is none", post(
                        "Content-Type: text/plain;charset=\u0001\r\nContent-Length: 1\r\n", "x")),
                arguments("an unknown charset", post("Content-Type: text/plain;charset=foo\r\nContent-Length: 1\r\n",
                        "x")),
                arguments("an answer that nobody has", get("/webhook", "Accept: foo\r\n")),
                arguments("an answer of another type", get("/health", "Accept: image/png;q=x\r\n")),
                arguments("a cookie that is none", get("/webhook", "Cookie: \u0001=;=;;\r\n")),
                arguments("a language that is none", get("/nothing", "Accept-Language: \u0001;;q=\r\n")),
                arguments("an expectation", post("Expect: miracles\r\nContent-Length: 1\r\n", "x")),
                arguments("an upgrade", get("/webhook", "Connection: Upgrade\r\nUpgrade: websocket\r\n")),
                arguments("an upgrade to HTTP/2", get("/webhook",
                        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !!\r\n")),
                arguments("a forwarded address", get("/webhook", "X-Forwarded-For: \u0001\r\nForwarded: for=;;\r\n")),
                arguments("a trace that is none", get("/webhook", "traceparent: x\r\nbaggage: =;=,\r\n")),
                arguments("another origin", get("/webhook", "Origin: \\\\\r\n")),
                arguments("a signature that is none",
                        post("X-Hub-Signature-256: \u0001\r\nContent-Length: 1\r\n", "x")),
                arguments("a metric that is none", get("/prometheus/x?tag=%", "")),
                arguments("nothing", ""));
    }

    /** Sends the bytes, closes its half of the connection, and reads until the other side closes too. */
    private static String send(String garbage) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(garbage.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException e) {
            return "reset";
        }
    }

    /** Sends the bytes and resets the connection. */
    private static String breakOff(String garbage) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(garbage.getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoLinger(true, 0);
        } catch (java.net.SocketException e) {
            return "reset";
        }
        return "";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void isAnsweredWithoutAWord(String name, String garbage) throws IOException {
        String answer = send(garbage);

        assertThat(answer).doesNotContain(" 500 ");
        assertThat(logged()).isEmpty();
    }

    @Test
    void aFloodOfItLeavesNothingInTheLog() throws Exception {
        List<String> all = garbage().map(each -> (String) each.get()[1]).toList();
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Callable<String>> sent = all.stream().<Callable<String>>mapMulti((garbage, each) -> {
                    each.accept(() -> send(garbage));
                    each.accept(() -> breakOff(garbage));
                }).toList();
                for (Future<String> done : strangers.invokeAll(sent)) {
                    done.get();
                }
            }
        }

        assertThat(server.meta().deliver("{\"entry\":[]}")).isEqualTo(200);
        assertThat(logged()).isEmpty();
    }

    private List<String> logged() {
        return List.copyOf(log.list).stream().filter(entry -> entry.getLevel().isGreaterOrEqual(Level.INFO))
                .map(entry -> entry.getLoggerName() + ": " + entry.getFormattedMessage() + " "
                        + (entry.getThrowableProxy() == null
                                ? ""
                                : entry.getThrowableProxy().getClassName() + ": "
                                        + entry.getThrowableProxy().getMessage()))
                .toList();
    }
}
