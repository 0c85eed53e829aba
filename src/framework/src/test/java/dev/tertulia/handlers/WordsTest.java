package dev.tertulia.handlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.message.Events;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Words are told apart and compared as people see them, in any script. */
class WordsTest {

    @Bot
    static final class CafeBot {

        @OnCommand("ping")
        String ping() {
            return "pong";
        }

        @OnCommand("café menu")
        String cafe() {
            return "soup";
        }

        @OnCommand("☕")
        String cup() {
            return "coffee";
        }

        @OnCommand("οδός")
        String street() {
            return "street";
        }

        @OnCommand("straße")
        String strasse() {
            return "Straße";
        }

        @OnCommand("echo {words...}")
        String echo(String words) {
            return "[" + words + "]";
        }

        @OnCommand("pair {one} {two}")
        String pair(String one, String two) {
            return "[" + one + "][" + two + "]";
        }
    }

    private final TestLine line = Bots.line(CafeBot.class);

    private void hears(String words, String answer) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said()).containsExactly(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ping\u00A0", "\u3000/ping", "\u200E/ping", "/\u200Fping\u200F", "\uFEFF/ping",
            "/ping\u200B",
            "/pi\u00ADng", "/ping \u200E", "\u2067/ping\u2069", "\u202B/PING\u202C", "/ping\uFE0F", "/p\u0131ng",
            "/PİNG",
            "/ping\u0085", "\u2028/ping\u2029"})
    void whatCannotBeSeenDoesNotCount(String words) {
        hears(words, "pong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/café menu", "/cafe\u0301 menu", "/CAFE\u0301\u202FMENU", "/café\u2003\u200Fmenu"})
    void composedAndDecomposedLettersAreTheSame(String words) {
        hears(words, "soup");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/\u2615\uFE0F | coffee", "/\u2615\uFE0E | coffee", "/ΟΔΌΣ | street",
            "/STRASSE | Straße"})
    void caseAndVariationsDoNotCount(String words, String answer) {
        hears(words, answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cafe menu", "/pinɡ", "/ping\u0301", "/pingx", "\u2044ping"})
    void whatLooksDifferentIs(String words) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"/echo\u3000hi|[hi]",
            "/echo hi\u00A0\u00A0you |[hi\u00A0\u00A0you]", "/echo \u200Fe\u0301\u200F|[\u200Fe\u0301\u200F]",
            "/echo a\u200Bb \uFE0F|[a\u200Bb \uFE0F]"})
    void theRestStaysAsTyped(String words, String answer) {
        hears(words, answer);
    }

    @Test
    void aWordIsWithoutMarksAroundItAndComposed() {
        hears("/pair \u200Ecafe\u0301\u200E\u00A0\u2764\uFE0F", "[café][\u2764\uFE0F]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo \u200B", "/echo\u3000\u3164", "/echo \u200E \uFEFF"})
    void whatCannotBeSeenIsNoWord(String words) {
        hears(words, "Write it like this: /echo words …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é!ping", "e\u0301!ping", "\u200EÉ!PING"})
    void thePrefixIsComparedAlike(String words) {
        TurnSettings usual = TurnSettings.USUAL;
        TestLine other = Bots.line(new TurnSettings("é!", usual.mentions(), usual.handlerLimit(), usual.attempts(),
                usual.firstRetry(), usual.replyHold()), CafeBot.class);

        other.receive(Events.in("G").says(words));

        assertThat(other.said()).containsExactly("pong");
    }

    @Bot
    static final class PatternBot {

        @OnMessage("^\\s*(?<option>\\d{1,2})\\s*$")
        String vote(int option) {
            return "option " + option;
        }

        @OnMessage("(?i)^école (?<name>\\w+) (?<rest>[\\w\\d]+)[^\\w]?$")
        String school(String name, String rest) {
            return name + ", " + rest;
        }

        @OnMessage("❤️ you\\W\\Q[\\w]\\E[]\\s]")
        String love() {
            return "love";
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"7|option 7",
            "\u200E7\u200E|option 7",
            "\u00A012\u3000|option 12", "٧|option 7", "１２|option 12", "\uFEFF7|option 7",
            "E\u0301COLE n\u0303andu\u0301 ж٣!|ñandú, ж٣", "É\u200BCOLE Ünal 日本|Ünal, 日本",
            "\u2764 you![\\w]]|love", "\u2764\uFE0F you\u3000[\\w]\u00A0|love"})
    void patternsKnowAllScripts(String words, String answer) {
        TestLine patterns = Bots.line(PatternBot.class);

        patterns.receive(Events.in("G").says(words));

        assertThat(patterns.said()).containsExactly(answer);
    }

    @Bot
    static final class BoundaryBot {

        @OnMessage("(?i)\\bcafé\\b")
        void cafe() {}
    }

    @Test
    void aBoundaryThatIsNeverSeenIsRefused() {
        Bots.refuses(BoundaryBot.class,
                "BoundaryBot.cafe(): the pattern has \\b beside a letter that is not ASCII, where"
                        + " RE2 sees no boundary of a word; write (?:^|[^\\pL]) before the letter and (?:[^\\pL]|$) behind it");
    }
}
