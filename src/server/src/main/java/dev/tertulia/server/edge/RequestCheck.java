package dev.tertulia.server.edge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/** Checks of a request's head, which refuse a request without reading its body. */
final class RequestCheck {

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final Pattern SIGNED = Pattern.compile("sha256=\\p{XDigit}{64}");
    private static final Pattern WEBHOOK = Pattern.compile("/webhook/?");

    /** Headers by which clients could choose trace ids or decide whether traces are recorded. */
    private static final Set<String> TRACING = Set.of("traceparent", "tracestate", "baggage", "b3", "uber-trace-id",
            "x-amzn-trace-id", "x-cloud-trace-context", "sw8");
    private static final List<String> TRACING_PREFIXES = List.of("x-b3-", "uberctx-", "ot-tracer-", "ot-baggage-",
            "x-ot-span-", "x-datadog-");

    private RequestCheck() {}

    /** The status with which to refuse a request; empty to read its body. */
    static Optional<HttpResponseStatus> refusal(HttpRequest request, int largest) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(undecodable(request.decoderResult().cause()));
        }
        HttpHeaders headers = request.headers();
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            // a signature covers the bytes as sent, and a small compressed body may be large when decompressed
            return Optional.of(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING) && !onlyChunked(headers)) {
            return Optional.of(HttpResponseStatus.NOT_IMPLEMENTED);
        }
        if (isDelivery(request) && !signed(headers)) {
            return Optional.of(HttpResponseStatus.UNAUTHORIZED);
        }
        return HttpUtil.getContentLength(request, 0L) > largest
                ? Optional.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE)
                : Optional.empty();
    }

    private static HttpResponseStatus undecodable(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException header -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
    }

    private static boolean onlyChunked(HttpHeaders headers) {
        List<String> all = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return all.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(all.getFirst().strip());
    }

    static boolean isDelivery(HttpRequest request) {
        return HttpMethod.POST.equals(request.method())
                && WEBHOOK.matcher(request.uri().split("[?#;]", 2)[0]).matches();
    }

    private static boolean signed(HttpHeaders headers) {
        List<String> all = headers.getAll(SIGNATURE);
        return all.size() == 1 && SIGNED.matcher(all.getFirst()).matches();
    }

    /** Removes the headers by which clients could influence traces. */
    static void forgetTraces(HttpHeaders headers) {
        headers.names().stream().filter(RequestCheck::isTracing).toList().forEach(headers::remove);
    }

    private static boolean isTracing(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TRACING.contains(lower) || TRACING_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
