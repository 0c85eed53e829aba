package dev.tertulia.server;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.trace.data.SpanData;

/**
 * Paths of spans: each span's name after the names of its ancestors, with a question mark for a parent that was never
 * exported.
 */
final class SpanWays {

    private SpanWays() {}

    static List<String> of(List<SpanData> spans) {
        Map<String, SpanData> byId = spans.stream()
                .collect(Collectors.toMap(SpanData::getSpanId, Function.identity()));
        return spans.stream().map(span -> way(span, byId)).toList();
    }

    private static String way(SpanData span, Map<String, SpanData> byId) {
        if (!span.getParentSpanContext().isValid()) {
            return span.getName();
        }
        SpanData parent = byId.get(span.getParentSpanId());
        return (parent == null ? "?" : way(parent, byId)) + " > " + span.getName();
    }
}
