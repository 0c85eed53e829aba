package dev.tertulia.journal;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.Origin;

/**
 * Correlation id of an event and everything caused by it: its turn, its messages and their statuses. It is derived from
 * the event or from an id that carries the mark, so every replica computes the same one at any time.
 *
 * @param mark 16 hex digits
 */
public record CorrelationId(String mark) {

    private static final Pattern MARK = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern MARKED = Pattern.compile("[0-9a-f]+\\.([0-9a-f]{16})");
    /** "tertulia" in hexadecimal. */
    private static final String TRACE = "74657274756c6961";
    private static final int BYTES = 8;

    /** The correlation id of an event. A status, or the end of an operation, has that of its message or operation. */
    public static CorrelationId of(Event event) {
        return switch (event) {
            case MessageStatus status when status.callback() != null -> ofSend(status.callback());
            case OperationEnded ended -> ofSend(ended.operation().id().value());
            default -> of(event.origin());
        };
    }

    /** The correlation id of an event with this origin that is no report of a message or operation. */
    public static CorrelationId of(Origin origin) {
        return hashed(origin.group(), origin.key(), "" + origin.at().getEpochSecond());
    }

    /** The correlation id in a text: a mark, the id of a trace, or the id of a send that an event caused. */
    public static Optional<CorrelationId> parse(String text) {
        String mark = text.startsWith(TRACE) ? text.substring(TRACE.length()) : text;
        return MARK.matcher(mark).matches() ? Optional.of(new CorrelationId(mark)) : in(text);
    }

    /** The correlation id of an entry with this id; a new one if no event caused it. */
    public static CorrelationId ofSend(String id) {
        return in(id).orElseGet(() -> hashed(id));
    }

    /**
     * The correlation id of the event that caused the entry with this id; empty for broadcasts and calls outside of
     * turns.
     */
    public static Optional<CorrelationId> in(String id) {
        return Optional.of(MARKED.matcher(id)).filter(Matcher::matches)
                .map(marked -> new CorrelationId(marked.group(1)));
    }

    /** The id of the trace, which ends with the mark that ids of sends have too. */
    public String traceId() {
        return TRACE + mark;
    }

    /** The mark of one step. */
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
