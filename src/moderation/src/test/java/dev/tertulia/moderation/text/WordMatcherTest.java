package dev.tertulia.moderation.text;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordMatcherTest {

    private static List<WordHit> find(boolean whole, boolean folded, String word, String text) {
        return WordMatcher.of(List.of(new WordList("list", whole, folded, List.of(word)))).find(text);
    }

    @ParameterizedTest
    @CsvSource({"cat, a cat!, true", "cat, a Cat!, true", "cat, concatenate, false", "free money, FREE   MONEY, true",
            "free money, f r e e   m o n e y, true", "free money, free of money, false", "bet365, BET365, true",
            "bet365, bet364, false", "coño, cono, true", "cono, coño, false", "赌博, 我喜欢赌博网站, true", "🍆, look🍆🍆, true",
            "порно, смотри ПОРНО тут, true", "порно, пopнo, true", "casino, casino777, true", "casino, casinos, false",
            "casino, c4sino777, true", "bob, 76b0b43, false",
            "sport, info@sport.example, true", "v.i.p., VIP, true", "kill, kiIl, true", "kill, KlLL, true",
            "ill, Ill, true", "free money, get freemoney now, true", "free money, FREEMONEY, true",
            "free money, freemoneys, false", "no thing, nothing, false", "big game, biggame, true"})
    void aWholeFoldedWordIsFound(String word, String text, boolean found) {
        assertThat(find(true, true, word, text)).hasSize(found ? Math.max(1, text.split("🍆", -1).length - 1) : 0);
    }

    @ParameterizedTest
    @CsvSource({"cat, concatenate, true", "cat, con c a t enate, true", "ill, village, true", "ss, passing, true",
            "viagra, xviiiagrax, true", "cat, coat, false"})
    void aPartIsFoundWithinWords(String word, String text, boolean found) {
        assertThat(find(false, true, word, text)).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"US, to the US now, true, true", "US, with us, true, false", "US, BUS, true, false",
            "US, BUS, false, true",
            "C++, I like C++., true, true", "C++, I like C, true, false", "coño, cono, true, false",
            "2024, x2024y, false, true", "2024, x2024y, true, false", "a.b, see a.b.c, true, true",
            "I am, I am I, true, true"})
    void anExactWordIsFoundAsItIsWritten(String word, String text, boolean whole, boolean found) {
        assertThat(find(whole, false, word, text)).hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"viagra, cheap via gra here, true", "viagra, cheap VIA GRA, true", "casino, the best cas ino, true",
            "casino, cas\u00a0ino, true", "killer, kil ler, true", "casino, cas  ino, false",
            "casino, 'cas, ino', false",
            "casino, casi no viene nadie, false", "porno, por no saberlo, false", "therapist, the rapist, false",
            "assassin, as sassin, false", "nazista, na zista, false"})
    void aWordWithASpaceInsideIsFoundIfItsPartsAreNone(String word, String text, boolean found) {
        assertThat(find(true, true, word, text)).hasSize(found ? 1 : 0);
        assertThat(find(true, false, word, text)).isEmpty();
    }

    @Test
    void aHitWithASpaceInsideHasItsPlace() {
        assertThat(find(true, true, "viagra", "cheap via gra!")).containsExactly(new WordHit("list", "viagra", 6, 13));
    }

    @Test
    void allListsAreSearchedWhateverTheOthersFind() {
        WordMatcher matcher = WordMatcher.of(List.of(new WordList("usual", true, true, List.of("ok")),
                new WordList("bad", true, true, List.of("casino")), new WordList("none", true, true, List.of())));

        List<WordHit> hits = matcher.find("ok, ".repeat(1_000) + "casino");

        assertThat(hits).hasSize(WordMatcher.MOST_HITS + 1).last()
                .isEqualTo(new WordHit("bad", "casino", 4_000, 4_006));
    }

    @Test
    void hitsWithASpaceInsideAreNoMoreThanOthers() {
        assertThat(find(true, true, "viagra", "via gra, ".repeat(30))).hasSize(WordMatcher.MOST_HITS);
    }

    @Test
    void tenThousandWordsAreTakenInOnePass() {
        List<String> words = IntStream.range(0, 20_000).mapToObj(i -> "word" + Integer.toString(i, 36) + "q").toList();
        WordMatcher matcher = WordMatcher.of(List.of(new WordList("many", true, true, words)));

        assertThat(matcher.find("a word" + Integer.toString(12_345, 36) + "q here")).hasSize(1);
    }

    @Test
    void aWordThatCouldNeverHitIsRefused() {
        assertThatThrownBy(() -> find(true, true, "!!!", "wow!!!"))
                .hasMessage("List list: \"!!!\" has no letter, digit or picture; use a pattern for punctuation");
        assertThatThrownBy(() -> find(true, true, "x".repeat(201), ""))
                .hasMessage("List list: the word \"xxxxxxxxxxxxxxxxxxxx…\" has 201 characters; write at most 200");
    }

    @Test
    void withoutWordsNothingIsFound() {
        assertThat(WordMatcher.of(List.of()).find("anything")).isEmpty();
    }
}
