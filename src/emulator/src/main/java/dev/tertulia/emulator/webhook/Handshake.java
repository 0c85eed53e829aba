package dev.tertulia.emulator.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Verification request that Meta sends to a webhook address: the address must return the challenge. */
public final class Handshake {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Handshake() {}

    /**
     * Verifies an address.
     *
     * @throws IllegalArgumentException if the address cannot be reached or does not return the challenge; the message says
     *     which
     */
    public static void shake(URI url, String token, String challenge) {
        String query = "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        URI asked = URI.create(url + (url.getQuery() == null ? "?" : "&") + query);
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER).build()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(asked).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw refused(url, "it answered HTTP " + answer.statusCode() + ". Is the verify token the same?");
            }
            if (!answer.body().equals(challenge)) {
                throw refused(url, "it did not answer with the bare challenge.");
            }
        } catch (IOException e) {
            throw refused(url, "it cannot be reached (" + e.getClass().getSimpleName() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(url, "it was interrupted.");
        }
    }

    private static IllegalArgumentException refused(URI url, String why) {
        return new IllegalArgumentException("The webhook handshake with %s failed: %s".formatted(url, why));
    }
}
