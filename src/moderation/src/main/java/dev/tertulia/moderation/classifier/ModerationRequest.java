package dev.tertulia.moderation.classifier;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Requests to an endpoint. */
final class ModerationRequest {

    private static final int OK = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final long LARGEST_ANSWER = 1_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BodyHandler<byte[]> BODY = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);

    private final HttpClient client;
    private final ClassifierEndpoint endpoint;

    ModerationRequest(HttpClient client, ClassifierEndpoint endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    /** Sends a text. The result is complete, or has failed, when the time is up. */
    CompletableFuture<Scores> send(String text) {
        CompletableFuture<HttpResponse<byte[]>> sent;
        try {
            sent = client.sendAsync(request(text), BODY);
        } catch (RuntimeException | IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return sent.thenApply(ModerationRequest::read).orTimeout(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        sent.cancel(true);
                    }
                });
    }

    private HttpRequest request(String text) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("input",
                text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        if (!endpoint.model().isEmpty()) {
            body.put("model", endpoint.model());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.url()).timeout(endpoint.timeout())
                .header("Content-Type", "application/json").header("Accept", "application/json");
        if (!endpoint.token().isEmpty()) {
            request.header("Authorization", "Bearer " + endpoint.token());
        }
        return request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build();
    }

    private static Scores read(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            throw new ClassifierFailure("status " + response.statusCode());
        }
        try {
            return Scores.in(JSON.readTree(response.body()));
        } catch (IOException _) {
            throw new ClassifierFailure("the answer is not JSON");
        }
    }
}
