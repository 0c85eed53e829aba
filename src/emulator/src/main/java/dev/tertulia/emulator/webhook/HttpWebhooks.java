package dev.tertulia.emulator.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts webhooks to an URL as Meta does. They are never sent on to another one: that is a failed delivery. */
public final class HttpWebhooks implements WebhookTarget {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI url;

    public HttpWebhooks(URI url) {
        check(url);
        this.url = url;
    }

    /** Refuses what is no address for webhooks at all. */
    public static void check(URI url) {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "A webhook goes to an http or https address, such as http://localhost:8080/webhook, not to '%s'."
                            .formatted(url));
        }
    }

    @Override
    public int deliver(String signature, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua").header("X-Hub-Signature-256", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The delivery to " + url + " was broken off.");
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
