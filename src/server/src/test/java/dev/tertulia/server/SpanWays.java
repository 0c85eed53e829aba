package dev.tertulia.server;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.trace.data.SpanData;

/** Each span's name behind the names of those it follows from; a question mark for one that was never shown. */
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
