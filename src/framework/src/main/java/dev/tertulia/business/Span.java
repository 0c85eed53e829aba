package dev.tertulia.business;

import java.time.Instant;

/** A time from its start until before its end, in whole seconds. */
public record Span(Instant start, Instant end) {
    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("from " + start + " to " + end + " is no time; the start comes first");
        }
    }
}
