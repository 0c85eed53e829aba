package dev.tertulia.moderation.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Many spellings of a word are caught, and none of the innocent sentences that have its letters. */
class DisguiseTest {

    private record Spelled(String word, String spelling) {}

    private static final List<Spelled> DISGUISES = Lines.of("disguises.txt").stream().map(line -> line.split("\t"))
            .map(parts -> new Spelled(parts[0], unescape(parts[1]))).toList();
    private static final List<String> WORDS = DISGUISES.stream().map(Spelled::word).distinct().toList();
    private static final WordMatcher WHOLE_WORDS = WordMatcher.of(List.of(new WordList("bad", true, true, WORDS)));

    private static String unescape(String spelling) {
        return Pattern.compile("\\\\u(\\p{XDigit}{4})").matcher(spelling)
                .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
    }

    private static List<Spelled> disguises() {
        return DISGUISES;
    }

    private static List<String> innocent() {
        return Lines.of("innocent.txt");
    }

    @Test
    void thereAreEnoughOfBoth() {
        assertThat(WORDS).hasSizeGreaterThanOrEqualTo(20);
        assertThat(DISGUISES).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        assertThat(innocent()).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void aDisguiseIsCaught(Spelled spelled) {
        String before = "Look: ";

        List<WordHit> hits = WHOLE_WORDS.find(before + spelled.spelling() + ", everybody!");

        int end = before.length() + spelled.spelling().length();
        assertThat(hits).containsExactly(new WordHit("bad", spelled.word(), before.length(), end));
    }

    @ParameterizedTest
    @MethodSource("innocent")
    void anInnocentSentenceIsNot(String sentence) {
        assertThat(WHOLE_WORDS.find(sentence)).isEmpty();
        assertThat(WHOLE_WORDS.find(sentence.toUpperCase(Locale.ROOT))).isEmpty();
    }
}
