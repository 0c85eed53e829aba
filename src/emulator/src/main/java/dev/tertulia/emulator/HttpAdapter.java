package dev.tertulia.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

/**
 * Adapter from the JDK's HTTP server to the emulator. A request that is never answered is held open for a while, then its
 * connection is closed.
 */
final class HttpAdapter implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpAdapter.class);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final FakeWhatsApp whatsApp;
    private final Duration hold;
    private final RequestPolicy policy;

    HttpAdapter(FakeWhatsApp whatsApp, Duration hold, RequestPolicy policy) {
        this.whatsApp = whatsApp;
        this.hold = hold;
        this.policy = policy;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange);
            if (response.isNever()) {
                closing.await(hold.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                write(exchange, response);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path == null) {
            return Response.json(400, Json.object("error", "The request names no path."));
        }
        Map<String, String> headers = headers(exchange);
        Optional<Response> refusal = policy.refusal(exchange.getRequestMethod(), path, headers);
        if (refusal.isPresent()) {
            return refusal.get().withHeaders(Map.of("Connection", "close"));
        }
        int most = RequestPolicy.mostBytes(path, headers);
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            return RequestPolicy.tooLarge(most);
        }
        Request request;
        try {
            request = new Request(exchange.getRequestMethod(), path,
                    Request.parameters(exchange.getRequestURI().getRawQuery()),
                    headers, body);
        } catch (IllegalArgumentException e) {
            return Response.json(400, Json.object("error", "The query cannot be decoded: " + e.getMessage() + "."));
        }
        try {
            return whatsApp.handle(request);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Response.json(500, Json.object("error", String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        RequestPolicy.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
        exchange.getResponseBody().write(response.body());
        exchange.getResponseBody().flush(); // a refused caller need not send the rest of the body first
    }

    void close() {
        closing.countDown();
    }
}
