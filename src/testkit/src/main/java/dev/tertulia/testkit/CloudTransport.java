package dev.tertulia.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        URI uri = URI.create(path);
        Response response = cloud.handle(new Request(method, uri.getPath(), query(uri), headers, json));
        if (response.isNever()) {
            throw new IOException("no answer came in time");
        }
        return new Answer(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(URI uri) {
        return uri.getRawQuery() == null
                ? Map.of()
                : Stream.of(uri.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
