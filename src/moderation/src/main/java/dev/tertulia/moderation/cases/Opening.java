package dev.tertulia.moderation.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The decision about an event, with which a case begins.
 *
 * @param version   the version of the rules that decided
 * @param on        the kind of event, such as {@code message}
 * @param who       the person whom it is about
 * @param by        who reported it; {@code null} if rules did
 * @param messageId the message; {@code null} for other events
 * @param text      its words
 * @param findings  the rules that hit
 * @param deeds     what is done, or would have been
 * @param strikes   the strikes that are counted, by policy
 * @param more      what else is recorded, and names no person
 */
public record Opening(Instant at, String version, String group, String on, Who who, @Nullable Who by,
        @Nullable String messageId, @Nullable String text, List<Finding> findings, List<Deed> deeds,
        Map<String, Integer> strikes, Map<String, String> more) {

    public Opening {
        findings = List.copyOf(findings);
        deeds = List.copyOf(deeds);
        strikes = Map.copyOf(strikes);
        more = Map.copyOf(more);
    }
}
