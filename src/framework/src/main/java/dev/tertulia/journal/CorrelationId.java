package dev.tertulia.journal;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationEnded;

/**
 * All that follows from one event: its turn, what was sent, what was heard of that. Whoever has the event, or an id that
 * carries the mark, finds the same trail, on any replica and at any time.
 *
 * @param mark 16 hex digits
 */
public record CorrelationId(String mark) {

    private static final Pattern MARKED = Pattern.compile("[0-9a-f]+\\.([0-9a-f]{16})");
    private static final int BYTES = 8;

    /** The trail of an event. A status, or the end of an operation, is on the trail of what it speaks of. */
    public static CorrelationId of(Event event) {
        return switch (event) {
            case MessageStatus status when status.callback() != null -> ofSend(status.callback());
            case OperationEnded ended -> ofSend(ended.operation().id().value());
            default -> hashed(event.group(), event.origin().key(), "" + event.at().getEpochSecond());
        };
    }

    /** The trail of what has such an id; one of its own if no event led to it. */
    public static CorrelationId ofSend(String id) {
        return in(id).orElseGet(() -> hashed(id));
    }

    /** The trail of the event that led to what has such an id. Empty for broadcasts, and for what no turn asked for. */
    public static Optional<CorrelationId> in(String id) {
        return Optional.of(MARKED.matcher(id)).filter(Matcher::matches)
                .map(marked -> new CorrelationId(marked.group(1)));
    }

    /** The mark of one step on it. */
    public String mark(String step) {
        return hashed(mark, step).mark;
    }

    /** The id with the mark. */
    public String on(String id) {
        return id + "." + mark;
    }

    private static CorrelationId hashed(String... parts) {
        return new CorrelationId(HexFormat.of().formatHex(Sha256.of(String.join("\n", parts)), 0, BYTES));
    }
}
