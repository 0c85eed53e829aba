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

/** Meta as a webhook sees it: somebody who knows the app secret. */
public final class Meta implements AutoCloseable {

    public static final String APP_SECRET = "test-app-secret";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    /** Delivers to the webhook of this server. */
    public Meta(URI server) {
        this.server = server;
    }

    /** A delivery as it should be; returns the status of the answer. */
    public int deliver(String json) {
        return deliver(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with bytes. */
    public int deliver(byte[] body) {
        return deliver(signature(body), BodyPublishers.ofByteArray(body));
    }

    /** A delivery with this signature. */
    public int deliver(String signature, BodyPublisher body) {
        return send(request("/webhook").header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature).POST(body)).statusCode();
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** A request that is not finished yet. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    /** Sends it. */
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

    /** The header that proves who sent it. */
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
