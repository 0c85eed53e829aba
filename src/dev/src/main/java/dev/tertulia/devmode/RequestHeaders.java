package dev.tertulia.devmode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;

/** The headers of a request as the emulator's policy reads them. */
final class RequestHeaders {

    private RequestHeaders() {}

    /** The headers by name in lower case; several values of a name are joined with commas. */
    static Map<String, String> of(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }
}
