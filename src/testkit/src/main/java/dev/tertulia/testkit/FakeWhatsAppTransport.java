package dev.tertulia.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.graph.http.RequestBody;

/** A transport that calls the emulator's engine directly. */
record FakeWhatsAppTransport(FakeWhatsApp whatsApp) implements FileTransport {

    @Override
    public Answer exchange(String method, String path, String accessToken, RequestBody payload) throws IOException {
        Response response = handle(method, URI.create(path), accessToken, payload);
        return new Answer(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    }

    @Override
    public Download download(URI address, String accessToken) throws IOException {
        Response response = handle("GET", address, accessToken, RequestBody.json());
        return new Download(response.status(), response.contentType(), new ByteArrayInputStream(response.body()));
    }

    private Response handle(String method, URI address, String accessToken, RequestBody payload) throws IOException {
        Map<String, String> headers = Map.of("authorization", "Bearer " + accessToken, "content-type",
                payload.contentType(), "user-agent", "Tertulia");
        Response response = whatsApp
                .handle(new Request(method, address.getPath(), query(address.getRawQuery()), headers,
                        payload.content().readAllBytes()));
        if (response.isNever()) {
            throw new IOException("no response in time");
        }
        return response;
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
