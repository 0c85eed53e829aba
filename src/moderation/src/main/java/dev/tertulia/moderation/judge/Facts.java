package dev.tertulia.moderation.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.moderation.text.FoldedText;
import dev.tertulia.moderation.text.Folding;
import dev.tertulia.moderation.text.Letters;
import dev.tertulia.moderation.text.Link;
import dev.tertulia.moderation.text.Links;
import dev.tertulia.moderation.text.PhoneNumber;
import dev.tertulia.moderation.text.PhoneNumbers;
import dev.tertulia.moderation.text.SimHash;
import dev.tertulia.moderation.text.WordHit;
import dev.tertulia.moderation.text.WordMatcher;

/** What conditions ask about an event. Each thing is worked out once, when it is first asked for. */
final class Facts {

    /** What may differ between texts that count as the same. */
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\s]+");
    private static final Count NOTHING = new Count(0, List.of());

    private final Subject subject;
    private final WordMatcher matcher;
    private final Map<Counter, Count> counts = new HashMap<>();
    private final Map<List<String>, OptionalDouble> scores = new HashMap<>();
    private @Nullable FoldedText folded;
    private @Nullable Map<String, WordHit> words;
    private @Nullable List<Link> links;
    private @Nullable String fingerprint;
    private @Nullable SimHash similarity;
    private @Nullable Letters letters;
    private @Nullable List<PhoneNumber> phoneNumbers;

    Facts(Subject subject, WordMatcher matcher) {
        this.subject = subject;
        this.matcher = matcher;
    }

    Subject subject() {
        return subject;
    }

    String text() {
        return subject.post().text();
    }

    private FoldedText folded() {
        if (folded == null) {
            folded = Folding.fold(text());
        }
        return folded;
    }

    /** The first word of a list that the text contains. */
    Optional<WordHit> word(String list) {
        if (words == null) {
            words = new HashMap<>();
            for (WordHit hit : matcher.find(folded())) {
                words.putIfAbsent(hit.listId(), hit);
            }
        }
        return Optional.ofNullable(words.get(list));
    }

    /** The links of the text. */
    List<Link> links() {
        if (links == null) {
            links = Links.find(text());
        }
        return links;
    }

    /** What texts have in common that count as the same; empty for none. */
    String fingerprint() {
        if (fingerprint == null) {
            FoldedText words = Folding.fold(PUNCTUATION.matcher(text()).replaceAll(" "));
            fingerprint = words.isEmpty() ? text().strip() : words.text().strip();
        }
        return fingerprint;
    }

    /** The phone numbers of the text. */
    List<PhoneNumber> phoneNumbers() {
        if (phoneNumbers == null) {
            phoneNumbers = PhoneNumbers.find(text());
        }
        return phoneNumbers;
    }

    /** What the text is made of. */
    Letters letters() {
        if (letters == null) {
            letters = Letters.of(text());
        }
        return letters;
    }

    /** What texts have nearly in common that count as nearly the same. */
    SimHash similarity() {
        if (similarity == null) {
            similarity = SimHash.of(folded());
        }
        return similarity;
    }

    /** The score of the text, for which a classifier is asked at most once for a label. */
    OptionalDouble score(Classifier classifier, String name, String label) {
        return text().isBlank()
                ? OptionalDouble.empty()
                : scores.computeIfAbsent(List.of(name, label), key -> classifier.score(name, label, text()));
    }

    /** Keeps what was counted. */
    void counted(Counter counter, Count count) {
        counts.put(counter, count);
    }

    /** What was counted. */
    Count count(Counter counter) {
        return counts.getOrDefault(counter, NOTHING);
    }
}
