package dev.tertulia.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far an outbox entry has come.
 *
 * @param attempts     how often it was tried, limits of the number aside
 * @param notBefore    when it may be tried again
 * @param unknownSince since when its outcome is unknown, if it is
 */
public record Progress(int attempts, @Nullable Instant notBefore, @Nullable Instant unknownSince) {

    /** Not tried yet. */
    public static final Progress NONE = new Progress(0, null, null);

    Progress waitUntil(Instant moment) {
        return new Progress(attempts + 1, moment, null);
    }

    /** One attempt more that changed nothing else: what is unknown stays unknown. */
    Progress failed() {
        return new Progress(attempts + 1, notBefore, unknownSince);
    }

    /** With a known outcome: there is nothing to wait for. */
    Progress known() {
        return new Progress(attempts, null, null);
    }

    /** A person says that it may be repeated at once, although nobody knows whether it was done. */
    public Progress byHand() {
        return new Progress(attempts, null, unknownSince);
    }

    /** Why one of unknown outcome waits. */
    public String explainUnknown() {
        return "nobody knows whether it was sent: it waits for a status until " + notBefore;
    }

    /** Whether it waits, or waited, for a status that tells its outcome; a person has not decided yet. */
    public boolean waitsForStatus() {
        return unknownSince != null && notBefore != null;
    }

    Progress unknown(Instant since, Instant until) {
        return new Progress(attempts + 1, until, since);
    }
}
