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

/** What the head of a request tells, so that its body need not be read to refuse it. */
final class RequestCheck {

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final Pattern SIGNED = Pattern.compile("sha256=\\p{XDigit}{64}");
    private static final Pattern WEBHOOK = Pattern.compile("/webhook/?");

    /** By these, outsiders would choose ids of our traces, or have them recorded or not. */
    private static final Set<String> TRACING = Set.of("traceparent", "tracestate", "baggage", "b3", "uber-trace-id",
            "x-amzn-trace-id", "x-cloud-trace-context", "sw8");
    private static final List<String> TRACING_PREFIXES = List.of("x-b3-", "uberctx-", "ot-tracer-", "ot-baggage-",
            "x-ot-span-", "x-datadog-");

    private RequestCheck() {}

    /** Why a request is refused; empty if its body may come in. */
    static Optional<HttpResponseStatus> refusal(HttpRequest request, int largest) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(undecodable(request.decoderResult().cause()));
        }
        HttpHeaders headers = request.headers();
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            // a signature is about the bytes as they came, and what is small packed may be large unpacked
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

    /** Takes off what would let an outsider decide on our traces. */
    static void forgetTraces(HttpHeaders headers) {
        headers.names().stream().filter(RequestCheck::isTracing).toList().forEach(headers::remove);
    }

    private static boolean isTracing(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return TRACING.contains(lower) || TRACING_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
