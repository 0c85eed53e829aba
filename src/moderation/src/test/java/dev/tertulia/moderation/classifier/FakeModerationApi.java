package dev.tertulia.moderation.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A moderation endpoint on loopback that answers as a test wants. */
final class FakeModerationApi implements AutoCloseable {

    /** A received request. */
    record Received(String authorization, String body) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile HttpHandler handler = answering(200, "{}");

    FakeModerationApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/moderations", exchange -> {
            received.add(new Received(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            handler.handle(exchange);
        });
        server.start();
    }

    URI url() {
        return URI.create("http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort()
                + "/v1/moderations");
    }

    List<Received> received() {
        return received;
    }

    void answers(HttpHandler handler) {
        this.handler = handler;
    }

    void answers(int status, String body) {
        answers(answering(status, body));
    }

    void scores(String label, double score) {
        answers(200, "{\"id\":\"m\",\"results\":[{\"flagged\":true,\"categories\":{\"%s\":true,\"spam\":true},"
                .formatted(label) + "\"category_scores\":{\"%s\":%s}}]}".formatted(label, score));
    }

    /** Sends the head and this beginning of a body, and nothing more. */
    void hangs(String beginning) {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitClosed();
        });
    }

    /** Sends nothing. */
    void hangs() {
        answers(exchange -> awaitClosed());
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpHandler answering(int status, String body) {
        return exchange -> send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
