package dev.tertulia.server.cli.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.tertulia.webhook.Signature;

/** Client of a webhook that has the app secret, as WhatsApp has it. */
final class WebhookClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI webhook;
    private final String appSecret;

    WebhookClient(URI webhook, String appSecret) {
        this.webhook = webhook;
        this.appSecret = appSecret;
    }

    /** Delivers a body and returns the status of the answer. */
    int deliver(String body) throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(webhook).timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", Signature.header(appSecret, bytes))
                .POST(BodyPublishers.ofByteArray(bytes)).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        http.close();
    }
}
