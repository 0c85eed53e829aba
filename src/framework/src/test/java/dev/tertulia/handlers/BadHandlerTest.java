package dev.tertulia.handlers;

import java.util.List;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnError;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;

import static dev.tertulia.handlers.Bots.refuses;

/** A bot that is written wrong keeps the program from starting, and the whole message says what to write instead. */
class BadHandlerTest {

    @Bot
    static final class Silent {}

    @Test
    void aBotWithoutHandlers() {
        refuses(Silent.class, "Silent is a @Bot without handlers; annotate a method, for example @OnCommand(\"ping\")"
                + " String ping() { return \"pong\"; } - and if it has some, see that micronaut-inject-java runs as"
                + " annotation processor");
    }

    @Singleton
    static final class NoBot {

        @OnMessage
        void all(GroupMessage message) {}
    }

    @Test
    void aHandlerOutsideOfABot() {
        refuses(NoBot.class, "NoBot.all(GroupMessage) handles events, but its class is no bot; write @Bot above class"
                + " NoBot");
    }

    @Bot
    static final class TwoAnnotations {

        @OnJoin
        @OnLeave
        void both(Member member) {}
    }

    @Test
    void twoAnnotationsOnOneMethod() {
        refuses(TwoAnnotations.class, "TwoAnnotations.both(Member) has @OnJoin and @OnLeave; write a method for each,"
                + " they may call the same code");
    }

    @Bot
    static final class Twins {

        @OnCommand("hours {day}")
        String one(String day) {
            return day;
        }

        @OnCommand("HOURS")
        String two() {
            return "all";
        }
    }

    @Test
    void twoHandlersOfOneCommand() {
        refuses(Twins.class, "two handlers for the command /hours: Twins.one(String) and Twins.two(); rename one of the"
                + " commands");
    }

    @Bot
    static final class WrongAnswer {

        @OnMessage
        Integer count(GroupMessage message) {
            return 1;
        }
    }

    @Test
    void anAnswerThatCannotBeSent() {
        refuses(WrongAnswer.class, "WrongAnswer.count(GroupMessage) returns Integer; return Reply, Notice, String, a"
                + " list or stream of them, or void");
    }

    @Bot
    static final class WrongAnswers {

        @OnMessage
        List<Integer> count(GroupMessage message) {
            return List.of(1);
        }
    }

    @Test
    void answersThatCannotBeSent() {
        refuses(WrongAnswers.class, "WrongAnswers.count(GroupMessage) returns List<Integer>; return Reply, Notice,"
                + " String, a list or stream of them, or void");
    }

    @Bot
    static final class PlainToJoin {

        @OnJoin
        Reply welcome(Joined event) {
            return Reply.text("welcome");
        }
    }

    @Test
    void aPlainReplyWhereTheWindowMayBeShut() {
        refuses(PlainToJoin.class, "PlainToJoin.welcome(Joined) returns Reply, but Joined opens no window, so it"
                + " must say what happens when the window is shut: return Notice, for example"
                + " Reply.text(…).orTemplate(\"name\", …), .orHold(…) or .orDrop()");
    }

    @Bot
    static final class WordsToTimer {

        @OnTimer("tea")
        List<String> tea() {
            return List.of("tea");
        }
    }

    @Test
    void plainWordsWhereTheWindowMayBeShut() {
        refuses(WordsToTimer.class, "WordsToTimer.tea() returns List<String>, but TimerFired opens no window,"
                + " so it must say what happens when the window is shut: return Notice, for example"
                + " Reply.text(…).orTemplate(\"name\", …), .orHold(…) or .orDrop()");
    }

    @Bot
    static final class TimerTwins {

        @OnTimer("tea")
        void one() {}

        @OnTimer("tea")
        void two() {}
    }

    @Test
    void twoHandlersOfOneTimer() {
        refuses(TimerTwins.class, "two handlers for the timer tea: TimerTwins.one() and TimerTwins.two(); rename one of"
                + " the timers");
    }

    @Bot
    static final class PlainToError {

        @OnError
        Reply sorry(Failure failure) {
            return Reply.text("sorry");
        }
    }

    @Test
    void aPlainReplyToAnError() {
        refuses(PlainToError.class, "PlainToError.sorry(Failure) returns Reply, but not every event opens a window, so"
                + " it must say what happens when the window is shut: return Notice, for example"
                + " Reply.text(…).orTemplate(\"name\", …), .orHold(…) or .orDrop()");
    }

    @Bot
    static final class BadPattern {

        @OnMessage("(?<=a)b")
        void all(GroupMessage message) {}
    }

    @Test
    void aPatternThatIsNone() {
        refuses(BadPattern.class, "BadPattern.all(GroupMessage): the pattern cannot be read: error parsing regexp:"
                + " invalid named capture: `(?<=a)b`; patterns are RE2, without look-around and back"
                + " references");
    }
}
