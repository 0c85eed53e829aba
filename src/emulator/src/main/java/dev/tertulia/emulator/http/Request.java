package dev.tertulia.emulator.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * HTTP request without a socket.
 *
 * @param path decoded, without the query
 * @param headers by name in lower case
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers,
        byte[] body) {

    @Nullable
    public String bearer() {
        String header = headers.getOrDefault("authorization", "");
        return header.startsWith("Bearer ") ? header.substring(7).strip() : query.get("access_token");
    }

    /** Returns the base URL that the caller used, or Meta's if there is no {@code Host} header. */
    public String base() {
        return headers.containsKey("host") ? "http://" + headers.get("host") : "https://graph.facebook.com";
    }
}
