package dev.tertulia.moderation.cases;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An entry about a case.
 *
 * @param place its place in the trail
 * @param by    who did it; {@code null} if rules or time did, or if it was erased
 * @param text  the words that belong to it; {@code null} if there are none, or if they were erased
 * @param more  what else is known
 */
public record CaseEntry(long place, Instant at, EntryKind kind, @Nullable Who by, @Nullable String text,
        Map<String, String> more) {

    /** The part that stands for the turn. It is a digest, because keys contain phone numbers and parts are never erased. */
    static final String TURN = "turn";

    /** Whether the turn with this key has recorded it: now, or in an attempt before. See {@link Trail.Note#in}. */
    public boolean isOf(String turn) {
        return Sealed.sha256(turn).equals(more.get(TURN));
    }

    /** The name of who did it; empty if that is not known. */
    public String byName() {
        return by == null ? "" : by.name();
    }
}
