package dev.tertulia.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.tertulia.server.outside.Delivery;

/** A Graph API on a bad day: it refuses with 130429, fails with 500, and takes messages without answering. */
final class ChaosGraph implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double LIMITS = 0.02;
    private static final double FAILURES = 0.005;
    private static final double SILENCES = 0.005;

    private final HttpServer server;
    private final Random random;
    private final Consumer<String> statuses;
    private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    /**
     * Starts on a free port.
     *
     * @param statuses takes the deliveries with statuses of what was sent
     */
    ChaosGraph(Random random, Consumer<String> statuses) {
        this.random = random;
        this.statuses = statuses;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized double luck() {
        return random.nextDouble();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode message = JSON.readTree(exchange.getRequestBody());
            double luck = luck();
            if (luck < LIMITS) {
                answer(exchange, 400, error(130429), "refused with 130429");
            } else if (luck < LIMITS + FAILURES) {
                answer(exchange, 500, error(131000), "failed with 500, not sent");
            } else {
                String id = "wamid.out" + ids.incrementAndGet();
                take(message, id);
                if (luck < LIMITS + FAILURES + SILENCES) {
                    count("sent without an answer");
                } else {
                    answer(exchange, 200, "{\"messages\": [{\"id\": \"" + id + "\"}]}", "sent");
                }
            }
        }
    }

    private void take(JsonNode message, String id) {
        String group = message.path("to").asText();
        List<String> words = heard.computeIfAbsent(group, g -> new ArrayList<>());
        synchronized (words) {
            words.add(message.at("/text/body").asText());
        }
        statuses.accept(Delivery.sent(group, id, message.path("biz_opaque_callback_data").asText()));
    }

    private static String error(int code) {
        return "{\"error\": {\"message\": \"chaos\", \"code\": " + code + "}}";
    }

    private void answer(HttpExchange exchange, int status, String body, String what) throws IOException {
        count(what);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void count(String what) {
        counts.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a group heard, in its order. */
    List<String> heard(String group) {
        List<String> words = heard.getOrDefault(group, List.of());
        synchronized (words) {
            return List.copyOf(words);
        }
    }

    /** How often it did what. */
    Map<String, AtomicInteger> counts() {
        return new TreeMap<>(counts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
