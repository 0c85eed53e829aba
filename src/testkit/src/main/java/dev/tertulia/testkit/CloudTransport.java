package dev.tertulia.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.tertulia.emulator.Cloud;
import dev.tertulia.emulator.Request;
import dev.tertulia.emulator.Response;
import dev.tertulia.graph.Transport;

/** Requests straight into the emulator's engine. */
record CloudTransport(Cloud cloud) implements Transport {

    @Override
    public Answer exchange(String method, String path, String accessToken, byte[] json) throws IOException {
        Map<String, String> headers = Map.of("authorization", "Bearer " + accessToken, "content-type",
                "application/json");
        Response response = cloud.handle(new Request(method, path, Map.of(), headers, json));
        if (response.isNever()) {
            throw new IOException("no answer came in time");
        }
        return new Answer(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    }
}
