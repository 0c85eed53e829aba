package dev.tertulia.server.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A fake Graph API that accepts every message and records them in order. It answers every query with the properties of
 * a number.
 */
public final class FakeGraph implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile String throughput = "STANDARD";
    private volatile @Nullable String refusal;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    /** Starts on a port; 0 selects a free one. */
    public FakeGraph(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                questions.incrementAndGet();
                answer(exchange, "{\"id\": \"1\", \"throughput\": {\"level\": \"" + throughput + "\"}}");
                return;
            }
            String id = "wamid." + System.nanoTime();
            JsonNode message = JSON.readTree(exchange.getRequestBody());
            ids.put(message.at("/text/body").asText(), id);
            sent.add(message);
            answering.await();
            if (refusal != null) {
                answer(exchange, refusal);
                return;
            }
            answer(exchange, """
                    {"messaging_product": "whatsapp", "messages": [{"id": "%1$s"}], "request_id": "request%1$s",
                     "invite_link": "https://chat.whatsapp.com/new"}"""
                    .formatted(id));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** The number of queries. */
    public int questions() {
        return questions.get();
    }

    /** Sets the throughput of every number. */
    public void throughput(String level) {
        throughput = level;
    }

    /** Refuses all further messages. */
    public void refuse(int code, String message) {
        refusal = JSON.createObjectNode().set("error", JSON.createObjectNode().put("code", code)
                .put("message", message)).toString();
    }

    /** Accepts all further messages but delays the responses. */
    public void holdAnswers() {
        answering = new CountDownLatch(1);
    }

    /** Sends the delayed responses, and further ones immediately. */
    public void answer() {
        answering.countDown();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The id that the message with these words got last. */
    public String idOf(String text) {
        return ids.getOrDefault(text, "");
    }

    /** Everything that was sent so far. */
    public List<JsonNode> sent() {
        return sent;
    }

    /** The texts of free-form messages to a group. */
    public List<String> texts(String group) {
        return sent.stream().filter(message -> message.path("to").asText().equals(group))
                .map(message -> message.at("/text/body").asText()).filter(text -> !text.isEmpty()).toList();
    }

    /** The names of templates to a group. */
    public List<String> templates(String group) {
        return sent.stream().filter(message -> message.path("to").asText().equals(group))
                .map(message -> message.at("/template/name").asText()).filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
