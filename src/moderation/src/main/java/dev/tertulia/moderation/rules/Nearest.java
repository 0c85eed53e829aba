package dev.tertulia.moderation.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that somebody probably meant. */
final class Nearest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The known word that differs least, by at most a third of its letters or two of them. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT).replace('-', '_');
        return known.stream().filter(one -> DISTANCE.apply(lower, one) <= Math.max(2, one.length() / 3))
                .min(Comparator.comparing(one -> DISTANCE.apply(lower, one)));
    }

    /** The known word that differs least, however much; empty if there is none. */
    static Optional<String> of(String word, Collection<String> known) {
        String start = word.substring(0, Math.min(word.length(), LONGEST));
        return known.stream().min(Comparator.<String, Integer>comparing(one -> DISTANCE.apply(start, one))
                .thenComparing(Comparator.naturalOrder()));
    }

    /** What to write instead of a word: the nearest of the known ones, or all of them. */
    static String advice(String word, Collection<String> known) {
        return to(word, known).map(one -> "do you mean '" + one + "'?")
                .orElseGet(() -> "write " + String.join(", ", known));
    }
}
