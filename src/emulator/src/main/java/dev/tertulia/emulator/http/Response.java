package dev.tertulia.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An HTTP response without a socket, or the absence of one: see {@link #never()}.
 *
 * @param headers further ones, such as how much of a limit is used
 */
public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final int NEVER = 0;
    private static final Response SILENCE = new Response(NEVER, "", new byte[0]);

    /** One without further headers. */
    public Response(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }

    /** The answer that does not come: the caller waits until it gives up, and cannot know what happened. */
    public static Response never() {
        return SILENCE;
    }

    public Response with(Map<String, String> more) {
        return new Response(status, contentType, body, more);
    }

    public boolean isNever() {
        return status == NEVER;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public static Response json(int status, JsonNode body) {
        return new Response(status, "application/json; charset=utf-8", Json.bytes(body));
    }

    /** A page for people, as proxies and hosts in trouble answer. */
    public static Response page(int status) {
        return new Response(status, "text/html; charset=utf-8",
                "<!DOCTYPE html><title>Sorry, something went wrong</title>".getBytes(StandardCharsets.UTF_8));
    }

    /** An answer without a body. */
    public static Response empty(int status) {
        return new Response(status, "text/plain", new byte[0]);
    }

    public static Response ok(JsonNode body) {
        return json(200, body);
    }
}
