package dev.tertulia.server.console.login;

import io.micronaut.http.MutableHttpResponse;

/** The headers of all pages of the console: scripts, styles and requests of this site alone, and no frames. */
final class PageHeaders {

    /** Pictures in the style sheet are data. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    static void addTo(MutableHttpResponse<?> response) {
        response.getHeaders().set("Content-Security-Policy", POLICY);
        // with no-referrer, browsers send forms with the origin "null"
        response.getHeaders().set("Referrer-Policy", "same-origin");
    }
}
