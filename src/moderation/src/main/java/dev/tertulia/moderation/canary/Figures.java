package dev.tertulia.moderation.canary;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * What one process has judged by one of two compared versions, as it is stored.
 *
 * @param latest  the id of the version that is in force in a share of the groups
 * @param before  the id of the version in the other groups; {@code null} if there is none
 * @param version the id of the version of these figures, one of the two
 * @param first   the time of the first event, in ISO 8601
 * @param last    the time of the last event
 * @param judged  the number of events of each kind
 * @param rules   what each rule has hit
 */
record Figures(String latest, @Nullable String before, double percent, String version, String first, String last,
        Map<String, Long> judged, Map<String, RuleFigures> rules) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The hits of a rule.
     *
     * @param on      the kind of events that it looks at
     * @param mode    draft, shadow or enforce
     * @param actions how often each of its actions was taken, or would have been
     */
    record RuleFigures(String on, String mode, long hits, Map<String, Long> actions) {

        RuleFigures plus(RuleFigures other) {
            return new RuleFigures(on, mode, hits + other.hits, sum(actions, other.actions));
        }
    }

    static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figures that an entry holds; empty if it cannot be read. */
    static Optional<Figures> read(String body) {
        try {
            return Optional.of(JSON.readValue(body, Figures.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
