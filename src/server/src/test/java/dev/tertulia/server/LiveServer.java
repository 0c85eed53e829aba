package dev.tertulia.server;

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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.tertulia.emulator.Cloud;
import dev.tertulia.emulator.CloudSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.MovableClock;

/** The process in live mode on a port of its own, with an emulated Graph API on another. */
final class LiveServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final CloudSettings ACCOUNT = CloudSettings.demo();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cloud cloud = new Cloud(ACCOUNT, MovableClock.ticking());
    private final Emulator emulator = Emulator.start(0, cloud);
    private final Application application;

    /** Starts it with a store in memory, unless the properties say otherwise. */
    LiveServer(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("tertulia.port", 0, "tertulia.host", "127.0.0.1",
                "whatsapp.graph-url", emulator.url().toString(), "whatsapp.access-token", ACCOUNT.accessToken(),
                "whatsapp.app-secret", ACCOUNT.appSecret(), "whatsapp.verify-token", ACCOUNT.verifyToken(),
                "whatsapp.phone-number-id", ACCOUNT.phoneNumberId()));
        all.putAll(properties);
        if (!all.containsKey("redis.uri")) {
            all.put("tertulia.store", "memory");
        }
        application = Application.start(all);
        cloud.webhooksTo((signature, body) -> deliver(signature, BodyPublishers.ofByteArray(body)).statusCode());
    }

    Cloud cloud() {
        return cloud;
    }

    URI url() {
        return application.url();
    }

    <T> T bean(Class<T> type) {
        return application.bean(type);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(url().resolve(path)));
    }

    /** A delivery with the right signature. */
    HttpResponse<String> deliver(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return deliver(sign(body), BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> deliver(String signature, BodyPublisher body) {
        return send(HttpRequest.newBuilder(url().resolve("/webhook")).header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature).POST(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ACCOUNT.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        emulator.close();
        http.close();
    }
}
