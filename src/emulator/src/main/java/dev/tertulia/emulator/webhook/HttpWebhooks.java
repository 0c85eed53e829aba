package dev.tertulia.emulator.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Target that posts webhooks to a URL, as Meta does. A redirect is a failed delivery and is not followed. */
public final class HttpWebhooks implements WebhookTarget {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI url;

    /** @throws IllegalArgumentException if the scheme is neither http nor https */
    public HttpWebhooks(URI url) {
        check(url);
        this.url = url;
    }

    /**
     * Checks that a URL can be a webhook address.
     *
     * @throws IllegalArgumentException if the scheme is neither http nor https
     */
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
            throw new InterruptedIOException("The delivery to " + url + " was interrupted.");
        }
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
