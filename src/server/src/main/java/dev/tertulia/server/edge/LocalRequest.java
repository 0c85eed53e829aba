package dev.tertulia.server.edge;

import java.util.List;
import java.util.regex.Pattern;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Check whether a request comes from this machine and not through a proxy, which may forward anybody's request. */
public final class LocalRequest {

    /** Headers set by proxies. */
    private static final List<String> FORWARDED = List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host",
            "X-Forwarded-Proto", "X-Real-IP");
    private static final Pattern THIS_MACHINE = Pattern
            .compile("(?i)(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

    private LocalRequest() {}

    /** Whether a client on this machine sent the request, to a name of this machine. */
    public static boolean isFromHere(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().isLoopbackAddress()
                && FORWARDED.stream().noneMatch(request.getHeaders()::contains)
                && THIS_MACHINE.matcher(request.getHeaders().get(HttpHeaders.HOST, String.class).orElse("")).matches();
    }
}
