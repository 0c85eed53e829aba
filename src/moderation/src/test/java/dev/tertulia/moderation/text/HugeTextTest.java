package dev.tertulia.moderation.text;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** No text takes more than its share of time, however it is made: what grows with its square takes minutes here. */
class HugeTextTest {

    private static final int LENGTH = 65_536;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final WordMatcher WORDS = WordMatcher.of(List.of(
            new WordList("whole", true, true, List.of("ai", "io", "aio", "a a", "lala", "ill", "x1x")),
            new WordList("part", false, true, List.of("a", "aa", "aaaaaaaa", "il", "li", "ilil", "oioioi")),
            new WordList("exact", false, false, List.of("aaaaab", "a", "iL", "a a b"))));

    /** The end of a path is looked for once, even if what is before it turns out to be no host. */
    @ParameterizedTest
    @ValueSource(strings = {"a.b/", "a.b:"})
    void findsLinksInLinearTime(String part) {
        String text = part.repeat(8 * LENGTH / part.length());

        assertTimeoutPreemptively(LIMIT, () -> assertThat(Links.find(text)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a ", "a.", "aa aa ", "a😀", "😀", "\u0301", "a\u0301", "\u200b", "1", "1 ", "a1",
            "x1o1o1o1",
            "il", "Il", "i1|!l", "!", "a!", "$", "@", "a@", "@a.", "http://", "http://a.", "www.", "www.a.com/", "://",
            "a:",
            "a.com ", "a.com/", "-.", "(", "((a.com", "+34 6", "6", "600 000 00 ", "1-", "1/", "+", "\n", "赌", "赌 ",
            "а", "ж",
            "ﷺ", "\ud83d", "[.]", "xn--", "a.xn--a."})
    void takesLinearTime(String part) {
        String text = part.repeat(LENGTH / part.length());

        assertTimeoutPreemptively(LIMIT, () -> {
            assertThat(WORDS.find(text)).hasSizeLessThanOrEqualTo(WordMatcher.MOST_HITS * 3);
            SimHash.of(text);
            Letters.of(text);
            assertThat(Links.find(text)).hasSizeLessThanOrEqualTo(LENGTH);
            Emails.find(text);
            PhoneNumbers.find(text, "ES");
        });
    }
}
