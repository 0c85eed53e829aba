package dev.tertulia.load.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.FullHttpRequest;

import dev.tertulia.load.speed.HttpListener.Answer;

/**
 * A Graph API that accepts every message at once and sends no status. It leaves all other requests to another Graph
 * API, so that the application starts as usual.
 */
final class ReplySink implements AutoCloseable {

    /** A reply to a group. */
    record Reply(String group, String words) {}

    private static final int MILLION = 1_000_000;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong ids = new AtomicLong(MILLION);
    private final URI others;
    private final Consumer<Reply> replies;
    private final HttpListener listener;

    ReplySink(EventLoopGroup loops, URI others, Consumer<Reply> replies) {
        this.others = others;
        this.replies = replies;
        listener = new HttpListener(loops, this::answer);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    private CompletionStage<Answer> answer(FullHttpRequest request) {
        return request.uri().endsWith("/messages") ? message(request) : forward(request);
    }

    private CompletionStage<Answer> message(FullHttpRequest request) {
        try {
            JsonNode message = json.readTree(ByteBufUtil.getBytes(request.content()));
            replies.accept(new Reply(message.path("to").asText(), message.at("/text/body").asText()));
            return CompletableFuture.completedStage(new Answer(200, """
                    {"messaging_product":"whatsapp","contacts":[{"input":"%s","wa_id":"%1$s"}],
                     "messages":[{"id":"wamid.%d"}]}""".formatted(message.path("to").asText(), ids.incrementAndGet())
                    .getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Answer> forward(FullHttpRequest request) {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(others.resolve(request.uri()))
                .method(request.method().name(), BodyPublishers.ofByteArray(ByteBufUtil.getBytes(request.content())))
                .header("Authorization", request.headers().get("Authorization", ""));
        return http.sendAsync(forwarded.build(), BodyHandlers.ofByteArray())
                .thenApply(response -> new Answer(response.statusCode(), response.body()));
    }

    @Override
    public void close() {
        listener.close();
        http.close();
    }
}
