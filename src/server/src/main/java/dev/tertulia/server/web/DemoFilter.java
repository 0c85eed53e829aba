package dev.tertulia.server.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.RequestPolicy;
import dev.tertulia.emulator.http.Response;

/**
 * Filter that refuses requests of other sites to the demo. Paths that the live process also serves are not filtered.
 */
@ServerFilter("/**")
@Requires(beans = RequestPolicy.class)
final class DemoFilter {

    private static final Set<String> LIVE_TOO = Set.of("webhook", "health", "prometheus");

    private static final String CONSOLE = "/console";
    /** A request that only the host and the origin decide about. */
    private static final String PAGE_METHOD = "GET";
    private static final String PAGE = "/playground";

    private final RequestPolicy admission;

    DemoFilter(RequestPolicy admission) {
        this.admission = admission;
    }

    @RequestFilter
    @Nullable
    HttpResponse<byte[]> admit(HttpRequest<?> request) {
        if (isLiveToo(request)) {
            return null;
        }
        Optional<Response> refusal = isConsole(request)
                ? admission.refusal(PAGE_METHOD, PAGE, headers(request))
                : admission.refusal(request.getMethodName(), request.getPath(), headers(request));
        return refusal.map(DemoFilter::written).orElse(null);
    }

    /** Whether a request is for the console, which checks itself who asks for a change, and takes forms. */
    private static boolean isConsole(HttpRequest<?> request) {
        return request.getPath().equals(CONSOLE) || request.getPath().startsWith(CONSOLE + "/");
    }

    @ResponseFilter
    void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!isLiveToo(request)) {
            RequestPolicy.headers().forEach((name, value) -> {
                if (!response.getHeaders().contains(name)) {
                    response.header(name, value);
                }
            });
        }
    }

    private static boolean isLiveToo(HttpRequest<?> request) {
        String[] parts = request.getPath().split("/", 3);
        return parts.length > 1 && LIVE_TOO.contains(parts[1]);
    }

    /** The headers: names in lower case, several values joined with commas. */
    static Map<String, String> headers(HttpRequest<?> request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaders().forEach((name, values) -> headers.merge(name.toLowerCase(Locale.ROOT),
                String.join(", ", values), (one, other) -> one.equals(other) ? one : one + ", " + other));
        return headers;
    }

    /** Converts a response of the emulator. */
    static MutableHttpResponse<byte[]> written(Response response) {
        MutableHttpResponse<byte[]> written = HttpResponse.<byte[]>status(HttpStatus.valueOf(response.status()))
                .body(response.body()).contentType(response.contentType());
        response.headers().forEach(written::header);
        return written;
    }
}
