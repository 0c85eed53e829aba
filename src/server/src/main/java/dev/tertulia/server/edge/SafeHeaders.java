package dev.tertulia.server.edge;

import java.util.Map;

import io.netty.handler.codec.http.HttpHeaders;

/** Security headers of every response. A response may set stricter ones. */
final class SafeHeaders {

    private static final Map<String, String> ALL = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
            "DENY", "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin", "Cache-Control", "no-store", "Content-Security-Policy",
            "frame-ancestors 'none'; base-uri 'none'; object-src 'none'");

    private SafeHeaders() {}

    static void addTo(HttpHeaders headers) {
        ALL.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
