package dev.tertulia.moderation.text;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a text contains, what is found lies in it, in order, and at a place that says so. */
class TextPropertiesTest {

    private static final List<String> EXACT = List.of("Ab", "ab", "$ex", "ß");
    private static final WordMatcher WORDS = WordMatcher.of(List.of(
            new WordList("folded", true, true, List.of("viagra", "free money", "coño", "bet365", "赌博", "🍆")),
            new WordList("parts", false, true, List.of("ab", "ss", "ii", "l")),
            new WordList("exact", false, false, EXACT)));

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of("viagra", "v1@gr4", "v i", "a", "g.r", "A", "b", "s", "$ex", "i", "l",
                "I",
                "\u0301", "\u200b", "\ud83c", "\udf46", "🍆", "👨‍👩‍👧", "ﬁ", "ß", "а", "赌", "博", " ", "\n", "!", "|",
                "@", "1",
                "365", "www.", "http://", "example.", "com", "/x", "/../", "%2e", "%63", "t.me", "+34 600 000 000", "ⓐ",
                "℀", "．");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(8);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, parts), net.jqwik.api.Tuple.of(1, any)).list()
                .ofMaxSize(30).map(list -> String.join("", list));
    }

    @Property
    void foldedTextsPointIntoTheOriginal(@ForAll("texts") String text) {
        FoldedText folded = Folding.fold(text);
        int last = 0;

        for (int i = 0; i < folded.text().length(); i++) {
            assertThat(folded.start(i)).isBetween(last, folded.end(i));
            assertThat(folded.end(i)).isBetween(folded.start(i), text.length());
            last = folded.start(i);
        }
        assertThat(folded.text()).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
    }

    @Property
    void whatIsFoldedIsFound(@ForAll("texts") String text) {
        for (WordHit hit : WORDS.find(text)) {
            String part = text.substring(hit.start(), hit.end());
            if (hit.listId().equals("exact")) {
                assertThat(part).isEqualTo(hit.word());
            } else {
                assertThat(Folding.fold(part).text()).isNotEmpty();
            }
        }
    }

    @Property
    void anExactWordIsFoundWhereverItStands(@ForAll("texts") String text) {
        List<WordHit> hits = WORDS.find(text).stream().filter(hit -> hit.listId().equals("exact")).toList();
        Assume.that(hits.size() < WordMatcher.MOST_HITS);

        assertThat(new HashSet<>(hits.stream().map(WordHit::word).toList()))
                .isEqualTo(new HashSet<>(EXACT.stream().filter(text::contains).toList()));
    }

    @Property
    void whatIsInvisibleChangesNothing(@ForAll("texts") String text) {
        StringBuilder hidden = new StringBuilder();
        text.codePoints().forEach(c -> hidden.appendCodePoint(c).append('\u200b'));

        assertThat(Folding.fold(hidden.toString()).text()).isEqualTo(Folding.fold(text).text());
        assertThat(SimHash.of(hidden.toString())).isEqualTo(SimHash.of(text));
    }

    @Property
    void linksNumbersAndAddressesLieInTheText(@ForAll("texts") String text) {
        int last = 0;

        for (Link link : Links.find(text)) {
            assertThat(link.start()).isBetween(last, link.end() - 1);
            assertThat(link.end()).isLessThanOrEqualTo(text.length());
            assertThat(link.isUnder(link.registrableDomain())).isTrue();
            last = link.end();
        }
        for (PhoneNumber number : PhoneNumbers.find(text)) {
            assertThat(usual(text, number.start(), number.end()).chars()).anyMatch(Character::isDigit);
        }
        for (Email email : Emails.find(text)) {
            assertThat(usual(text, email.start(), email.end())).contains("@");
        }
    }

    /** A part of a text in the usual form of its characters, such as @ for a small or a wide one. */
    private static String usual(String text, int start, int end) {
        return Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFKC);
    }

    @Property
    void aTextIsNoLongerThanItsCharacters(@ForAll("texts") String text) {
        Letters letters = Letters.of(text);

        assertThat(letters.length()).isBetween(0, text.length());
        assertThat(letters.emoji()).isBetween(0, letters.length());
        assertThat(letters.capitalShare()).isBetween(0.0, 1.0);
    }
}
