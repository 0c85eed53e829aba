package dev.tertulia.handlers;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;

import static dev.tertulia.handlers.Bots.refuses;

/** A command that nobody could write keeps the program from starting. */
class BadCommandTest {

    private static final String WRITE = "; write it without /, fixed words first, then {names}, then [optional"
            + " names], {name...} or [name...] only at the end: \"remind {after} {words...}\"";

    @Bot
    static final class WithSlash {

        @OnCommand("/hours")
        void hours() {}
    }

    @Test
    void withItsSlash() {
        refuses(WithSlash.class, "WithSlash.hours(): \"/hours\" is no command" + WRITE);
    }

    @Bot
    static final class HelpedByNoPhrase {

        @OnCommand(value = "hours", help = "{help.huors}")
        void hours() {}
    }

    @Test
    void aHelpThatNoBundleHas() {
        refuses(HelpedByNoPhrase.class, "HelpedByNoPhrase.hours(): no bundle has the phrase 'help.huors' for"
                + " help = \"{help.huors}\"; write it into phrases.properties beside class HelpedByNoPhrase");
    }

    @Bot
    static final class FixedAfterName {

        @OnCommand("move {what} to {where}")
        void move(String what, String where) {}
    }

    @Test
    void aFixedWordAfterAName() {
        refuses(FixedAfterName.class, "FixedAfterName.move(String, String): \"move {what} to {where}\" is no command"
                + WRITE);
    }

    @Bot
    static final class RestTooEarly {

        @OnCommand("move {what...} {where}")
        void move(String what, String where) {}
    }

    @Test
    void somethingAfterTheRest() {
        refuses(RestTooEarly.class, "RestTooEarly.move(String, String): \"move {what...} {where}\" is no command"
                + WRITE);
    }

    @Bot
    static final class HalfABrace {

        @OnCommand("hours {day")
        void hours(String day) {}
    }

    @Test
    void halfABrace() {
        refuses(HalfABrace.class, "HalfABrace.hours(String): \"hours {day\" is no command" + WRITE);
    }

    @Bot
    static final class NoWord {

        @OnCommand("  ")
        void nothing() {}
    }

    @Test
    void noWordAtAll() {
        refuses(NoWord.class, "NoWord.nothing(): a command needs a fixed word first, such as \"hours {day}\"");
    }

    @Bot
    static final class OnlyAName {

        @OnCommand("{day}")
        void day(String day) {}
    }

    @Test
    void noFixedWord() {
        refuses(OnlyAName.class, "OnlyAName.day(String): a command needs a fixed word first, such as \"hours {day}\"");
    }

    @Bot
    static final class NameTwice {

        @OnCommand("swap {one} {one}")
        void swap(String one) {}
    }

    @Test
    void oneNameForTwoWords() {
        refuses(NameTwice.class, "NameTwice.swap(String): \"swap {one} {one}\" needs a name of its own in each {…}");
    }

    @Bot
    static final class EmptyRest {

        @OnCommand("say {...}")
        void say() {}
    }

    @Test
    void aRestWithoutName() {
        refuses(EmptyRest.class, "EmptyRest.say(): \"say {...}\" needs a name of its own in each {…}");
    }
}
