package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;

/** An HTTP response without a socket, or the absence of one: see {@link #never()}. */
public record Response(int status, String contentType, byte[] body) {
    private static final int NEVER = 0;
    private static final Response SILENCE = new Response(NEVER, "", new byte[0]);

    /** The answer that does not come: the caller waits until it gives up, and cannot know what happened. */
    public static Response never() {
        return SILENCE;
    }

    public boolean isNever() {
        return status == NEVER;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static Response json(int status, JsonNode body) {
        return new Response(status, "application/json; charset=utf-8", Json.bytes(body));
    }

    static Response ok(JsonNode body) {
        return json(200, body);
    }
}
