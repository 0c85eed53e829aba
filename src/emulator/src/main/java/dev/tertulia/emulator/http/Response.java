package dev.tertulia.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * HTTP response without a socket, or the absence of a response: see {@link #never()}.
 *
 * @param headers further headers, such as the share of a rate limit that is used
 */
public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final int NEVER = 0;
    private static final Response SILENCE = new Response(NEVER, "", new byte[0]);

    /** Creates a response without further headers. */
    public Response(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }

    /** Returns the response that never comes: the caller times out and does not know the outcome. */
    public static Response never() {
        return SILENCE;
    }

    public Response withHeaders(Map<String, String> more) {
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

    /** Returns an HTML error page, as proxies and failing hosts send. */
    public static Response page(int status) {
        return new Response(status, "text/html; charset=utf-8",
                "<!DOCTYPE html><title>Sorry, something went wrong</title>".getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a response without a body. */
    public static Response empty(int status) {
        return new Response(status, "text/plain", new byte[0]);
    }

    public static Response ok(JsonNode body) {
        return json(200, body);
    }
}
