package dev.tertulia.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

    /**
     * Returns the parameters of a query by name.
     *
     * @param raw the encoded query; null for none
     * @throws IllegalArgumentException if it cannot be decoded
     */
    public static Map<String, String> parameters(@Nullable String raw) {
        var parameters = new HashMap<String, String>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

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
