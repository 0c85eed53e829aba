package dev.tertulia.server.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Meta's side of the webhook: a client that has the app secret. */
public final class Meta implements AutoCloseable {

    public static final String APP_SECRET = "test-app-secret";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    /** Creates a client of this server's webhook. */
    public Meta(URI server) {
        this.server = server;
    }

    /** Sends a correctly signed delivery and returns the response status. */
    public int deliver(String json) {
        return deliver(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends correctly signed bytes and returns the response status. */
    public int deliver(byte[] body) {
        return deliver(signature(body), BodyPublishers.ofByteArray(body));
    }

    /** Sends a delivery with the given signature. */
    public int deliver(String signature, BodyPublisher body) {
        return send(request("/webhook").header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature).POST(body)).statusCode();
    }

    /** Requests a page. */
    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** A request builder for a path. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The signature header of a body. */
    public static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
