package dev.tertulia.server.console.login;

import java.util.Set;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Check whether a page of this site sent a request, by the headers that browsers add. */
final class Origins {

    private static final Set<String> SAME = Set.of("same-origin", "none");

    private Origins() {}

    /** Whether no browser sent the request for a page of another site. */
    static boolean isSame(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        String origin = headers.get("Origin");
        String site = headers.get("Sec-Fetch-Site");
        return (origin == null || isOf(origin, headers.get(HttpHeaders.HOST))) && (site == null || SAME.contains(site));
    }

    private static boolean isOf(String origin, String host) {
        return host != null && (named(origin, "http://", ":80").equalsIgnoreCase(named(host, "", ":80"))
                || named(origin, "https://", ":443").equalsIgnoreCase(named(host, "", ":443")));
    }

    private static String named(String authority, String scheme, String port) {
        String name = authority.startsWith(scheme) ? authority.substring(scheme.length()) : authority;
        return name.endsWith(port) ? name.substring(0, name.length() - port.length()) : name;
    }
}
