package dev.tertulia.handlers;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Chat;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Content;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers of every type, to one person or anyone, in groups and private chats. */
class AnswerTypesTest {

    private static final Events ANA = Events.in("G");
    private static final Events BEN = ANA.by(Events.BEN);

    enum Size {
        SMALL,
        LARGE
    }

    @Bot
    static final class SizesBot {

        @OnCommand("ask {what}")
        Reply ask(String what) {
            return Reply.text(what + "?").asking(what);
        }

        @OnCommand("vote")
        Reply vote() {
            return Reply.text("Who is first?").askingAnyone("first");
        }

        @OnAnswer("first")
        String first(Member member, String words) {
            return member.name() + " says " + words;
        }

        @OnAnswer("size")
        String size(Size size) {
            return "size " + size;
        }

        @OnAnswer("sure")
        String sure(boolean sure) {
            return "sure " + sure;
        }

        @OnAnswer("amount")
        String amount(BigDecimal amount) {
            return "amount " + amount;
        }

        @OnAnswer("after")
        String after(Duration after) {
            return "after " + after;
        }

        @OnAnswer("photo")
        String photo(Content.Media photo) {
            return "photo " + photo.id();
        }

        @OnAnswer("place")
        String place(Content.Location place) {
            return "place " + place.latitude();
        }

        @OnAnswer(value = "once", attempts = 0, within = "1h")
        String once(int number) {
            return "once " + number;
        }

        @OnAnswer("passed")
        void passed(Turn turn, String words) {
            if (!words.equals("now")) {
                turn.pass();
            }
        }

        @OnCommand("here {words...}")
        String here(Chat chat, @Nullable String words) {
            return Objects.requireNonNull(words);
        }

        @OnCommand("friend")
        void friend(Turn turn, Member member) {
            turn.person(member).send(Reply.text("How many?").orDrop().asking("once"));
        }
    }

    private final TestLine sizes = Bots.line(SizesBot.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"size | large | size LARGE", "sure | yes | sure true",
            "sure | No | sure false",
            "amount | 3,50 | amount 3.50", "after | 1h30m | after PT1H30M"})
    void readsAnswersOfEveryType(String question, String words, String answer) {
        sizes.receive(ANA.says("/ask " + question));
        sizes.receive(ANA.says(words));

        assertThat(sizes.said()).containsExactly(question + "?", answer);
    }

    @Test
    void readsFilesAndLocations() {
        sizes.receive(ANA.says("/ask photo"));
        sizes.receive(ANA.says("here it is"));
        sizes.receive(ANA.shows(MediaKind.IMAGE, "here"));
        sizes.receive(ANA.says("/ask place"));
        sizes.receive(ANA.sends(new Content.Location(38.7, -9.1, null, null)));

        assertThat(sizes.said()).containsExactly("photo?", "I did not understand that: send a file, please.",
                "photo 1003383421387256", "place?", "place 38.7");
    }

    @Test
    void anyoneMayAnswerWhereAnyoneIsAsked() {
        sizes.receive(ANA.says("/vote"));
        sizes.receive(BEN.says("me"));
        sizes.receive(ANA.says("me too"));

        assertThat(sizes.said()).containsExactly("Who is first?", "Ben says me");
    }

    @Test
    void isNotRepeatedWhereTheHandlerSaysSo() {
        sizes.receive(ANA.says("/ask once"));
        sizes.receive(ANA.says("many"));

        assertThat(sizes.said()).containsExactly("once?", "Let us leave it at that.");
    }

    @Test
    void staysOpenWhereTheHandlerPasses() {
        sizes.receive(ANA.says("/ask passed"));
        sizes.receive(ANA.says("later"));
        sizes.receive(ANA.says("now"));
        sizes.receive(ANA.says("now"));

        assertThat(sizes.inbox().timers("G")).isEmpty();
        assertThat(sizes.said()).containsExactly("passed?");
    }

    @Test
    void asksAPersonPrivatelyFromAGroup() {
        sizes.receive(Events.privately(Events.ANA).writes("hello"));
        sizes.receive(ANA.says("/friend"));
        sizes.receive(ANA.says("3"));
        sizes.receive(Events.privately(Events.ANA).writes("4"));

        assertThat(sizes.said()).containsExactly("How many?", "once 4");
    }
}
