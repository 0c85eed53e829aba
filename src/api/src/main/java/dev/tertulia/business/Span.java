package dev.tertulia.business;

import java.time.Instant;

import dev.tertulia.message.InvalidArgument;

/** A period from its start, inclusive, to its end, exclusive, in whole seconds. */
public record Span(Instant start, Instant end) {
    public Span {
        if (!start.isBefore(end)) {
            throw new InvalidArgument("from " + start + " to " + end + " is no time; the start comes first");
        }
    }
}
