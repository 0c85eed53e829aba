package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.handler.BadHandler;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What developers write by mistake, and the whole of what each of them is told. */
class WrittenWrongTest {

    interface Clockwork {}

    @Singleton
    static final class Brass implements Clockwork {}

    @Singleton
    static final class Steel implements Clockwork {}

    interface Nowhere {}

    @Singleton
    static final class Cracked {
        Cracked() {
            throw new IllegalArgumentException("cracked");
        }
    }

    @Bot
    static final class StaticHandler {

        @OnCommand("ping")
        static String ping() {
            return "pong";
        }
    }

    @Bot
    static final class StaticBesideOthers {

        @OnCommand("ping")
        static String ping() {
            return "pong";
        }

        @OnMessage
        void all() {}
    }

    @Bot
    abstract static class Unmade {

        @OnMessage
        void all() {}
    }

    @Bot
    interface Promised {

        @OnMessage
        void all();
    }

    static final class Forgotten {

        @OnMessage
        void all() {}
    }

    static class Base {

        @OnCommand("tea")
        String tea() {
            return "tea";
        }
    }

    @Bot
    static final class Overriding extends Base {

        @Override
        String tea() {
            return "coffee";
        }
    }

    @Bot
    static final class Throwing {

        Throwing() {
            throw new IllegalStateException("no file tea.txt");
        }

        @OnMessage
        void all() {}

        @OnJoin
        void joined() {}
    }

    @Bot
    static final class Lacking {

        Lacking(Nowhere nowhere) {}

        @OnMessage
        void all() {}
    }

    @Bot
    static final class LackingTwice {

        LackingTwice(Nowhere one, Nowhere two) {}

        @OnMessage
        void all() {}
    }

    @Bot
    static final class LackingInAField {

        @Inject
        Nowhere nowhere;

        @OnMessage
        void all() {}
    }

    @Bot
    static final class Undecided {

        Undecided(Clockwork clockwork) {}

        @OnMessage
        void all() {}
    }

    @Bot
    static final class OnCracked {

        OnCracked(Cracked cracked) {}

        @OnMessage
        void all() {}
    }

    @Bot
    static final class UndecidedParameter {

        @OnMessage
        void all(Clockwork clockwork) {}
    }

    @Bot
    static final class UnknownName {

        @OnMessage
        void all(@Named("gold") Clockwork clockwork) {}
    }

    @Bot
    static final class CrackedParameter {

        @OnMessage
        void all(Cracked cracked) {}
    }

    @Bot
    static final class ListOfWords {

        @OnCommand("say {words...}")
        void say(List<String> words) {}
    }

    @Bot
    static final class ArrayOfWords {

        @OnCommand("say {words...}")
        void say(String[] words) {}
    }

    @Bot
    static final class MaybeWord {

        @OnCommand("say {word}")
        void say(Optional<String> word) {}
    }

    @Bot
    static final class WordAsGroup {

        @OnCommand("say {group}")
        void say(Group group) {}
    }

    @Bot
    static final class OptionalReply {

        @OnMessage
        Optional<String> all() {
            return Optional.empty();
        }
    }

    @Bot
    static final class MapOfReplies {

        @OnMessage
        Map<String, String> all() {
            return Map.of();
        }
    }

    @Bot
    static final class RawList {

        @OnMessage
        @SuppressWarnings("rawtypes") // as somebody writes it by mistake
        List all() {
            return List.of();
        }
    }

    record Strict(String name) {
        Strict {
            Objects.requireNonNull(name, "name");
        }
    }

    @Bot
    static final class KeepsStrict {

        @OnMessage
        void all(State<Strict> strict) {}
    }

    record Drawing(List<Clockwork> shapes) {}

    @Bot
    static final class KeepsInterfaces {

        @OnMessage
        void all(State<Drawing> drawing) {}
    }

    record Anything(Object thing) {}

    @Bot
    static final class KeepsAnything {

        @OnMessage
        void all(State<Anything> anything) {}
    }

    record Box<T>(T content) {}

    @Bot
    static final class KeepsGeneric {

        @OnMessage
        void all(State<Box<String>> box) {}
    }

    @Bot
    static final class KeepsText {

        @OnMessage
        void all(State<String> text) {}
    }

    @Bot
    @SuppressWarnings("rawtypes") // as somebody writes it by mistake
    static final class KeepsRaw {

        @OnMessage
        void all(State state) {}
    }

    @Bot
    static final class BadCron {

        @OnSchedule("0 25 * * *")
        void tick() {}
    }

    @Bot
    static final class BadZone {

        @OnSchedule(value = "0 9 * * *", zone = "Europe/Barcelona")
        void tick() {}
    }

    @Bot
    static final class AnsweringSchedule {

        @OnSchedule("0 9 * * *")
        Notice tick() {
            return null;
        }
    }

    @Bot
    static final class GroupOfSchedule {

        @OnSchedule("0 9 * * *")
        void tick(Group group) {}
    }

    @Bot
    static final class OtherEvent {

        @OnJoin
        void joined(GroupMessage message) {}
    }

    static Arguments[] told() {
        String lonely = " may be any of Brass, Steel; write @Named(…) before it, or @Primary above one of these classes";
        String noBean = "; write a class of this type with @Singleton above it, or a @Factory that makes it";
        String several = " is one word or the rest of the words; write String ";
        return new Arguments[]{arguments(StaticHandler.class,
                "StaticHandler.ping() has @OnCommand and is static; remove static"),
                arguments(StaticBesideOthers.class,
                        "StaticBesideOthers.ping() has @OnCommand and is static; remove static"),
                arguments(Unmade.class,
                        "Unmade is abstract, so no bot can be made of it; write @Bot above a class that extends it"),
                arguments(Promised.class,
                        "Promised is abstract, so no bot can be made of it; write @Bot above a class that implements it"),
                arguments(Forgotten.class, "Forgotten is no bot; write @Bot above class Forgotten"),
                arguments(Overriding.class,
                        "Overriding.tea() overrides Base.tea(), which has @OnCommand, and has no annotation itself; write"
                                + " @OnCommand above it too"),
                arguments(Lacking.class,
                        "Lacking cannot be made: nothing can fill parameter 'nowhere' of type Nowhere" + noBean),
                arguments(LackingInAField.class,
                        "LackingInAField cannot be made: nothing can fill field 'nowhere' of type Nowhere" + noBean),
                arguments(Undecided.class,
                        "Undecided cannot be made: parameter 'clockwork' of type Clockwork" + lonely),
                arguments(UndecidedParameter.class,
                        "UndecidedParameter.all(Clockwork): parameter 'clockwork' of type Clockwork" + lonely),
                arguments(UnknownName.class,
                        "UnknownName.all(Clockwork): nothing can fill parameter 'clockwork' of type Clockwork; a handler"
                                + " takes GroupMessage, Turn, Group, Member, State<…>, any bean, and words named in the"
                                + " annotation as {name}"),
                arguments(ListOfWords.class,
                        "ListOfWords.say(List): parameter 'words' is a List<String>, but {words}" + several
                                + "words and split it in the method"),
                arguments(ArrayOfWords.class,
                        "ArrayOfWords.say(String[]): parameter 'words' is a String[], but {words}" + several
                                + "words and split it in the method"),
                arguments(MaybeWord.class,
                        "MaybeWord.say(Optional): parameter 'word' is a Optional<String>, but {word}" + several
                                + "word and split it in the method"),
                arguments(WordAsGroup.class,
                        "WordAsGroup.say(Group): parameter 'group' is a Group, and a word cannot be turned into that; use"
                                + " String, a number, an enum or Duration"),
                arguments(OptionalReply.class,
                        "OptionalReply.all() returns Optional<String>; return Reply, Notice, String, a list or stream of"
                                + " them, or void"),
                arguments(MapOfReplies.class,
                        "MapOfReplies.all() returns Map<String, String>; return Reply, Notice, String, a list or stream of"
                                + " them, or void"),
                arguments(RawList.class,
                        "RawList.all() returns List<Object>; return Reply, Notice, String, a list or stream of them, or void"),
                arguments(KeepsStrict.class,
                        "KeepsStrict.all(State): parameter 'strict' keeps a Strict, whose constructor does not take what"
                                + " there is before anything was kept, null and 0 in all components"
                                + " (NullPointerException: name); write a default for each into its constructor:"
                                + " Strict { name = name == null ? … : name; }"),
                arguments(KeepsInterfaces.class,
                        "KeepsInterfaces.all(State): parameter 'drawing' keeps a Drawing, and component 'shapes' is of"
                                + " type Clockwork, which can be written as JSON and not be made of it again; write a"
                                + " record, an enum or another class that is not abstract"),
                arguments(KeepsAnything.class,
                        "KeepsAnything.all(State): parameter 'anything' keeps a Anything, and component 'thing' is of"
                                + " type Object, which can be written as JSON and not be made of it again; write a"
                                + " record, an enum or another class that is not abstract"),
                arguments(KeepsGeneric.class,
                        "KeepsGeneric.all(State): parameter 'box' keeps a Box with type parameters, which JSON does not"
                                + " know; write a record without any for each thing to keep"),
                arguments(KeepsText.class,
                        "KeepsText.all(State): parameter 'text' must say what it keeps, and that must be a record:"
                                + " State<Poll> text with record Poll(…)"),
                arguments(KeepsRaw.class,
                        "KeepsRaw.all(State): parameter 'state' must say what it keeps, and that must be a record:"
                                + " State<Poll> state with record Poll(…)"),
                arguments(BadZone.class,
                        "BadZone.tick(): 'Europe/Barcelona' is no time zone; write one such as zone = \"Europe/Madrid\""),
                arguments(AnsweringSchedule.class,
                        "AnsweringSchedule.tick() returns Notice, but a schedule without groups belongs to no group; return"
                                + " void and send"
                                + " through Groups or Broadcasts, for example groups.group(id).send(…)"),
                arguments(GroupOfSchedule.class,
                        "GroupOfSchedule.tick(Group): parameter 'group' is a Group, but a schedule belongs to none; write"
                                + " groups = \"label\" into the annotation, or take"
                                + " Groups or Broadcasts"),
                arguments(OtherEvent.class,
                        "OtherEvent.joined(GroupMessage): parameter 'message' is a GroupMessage, but this handler gets"
                                + " Joined; write Joined message")};
    }

    @ParameterizedTest
    @MethodSource("told")
    void isToldInASentence(Class<?> bot, String sentence) {
        assertThat(mistakes(bot)).containsExactly(sentence);
    }

    static List<String> mistakes(Class<?>... bots) {
        return catchThrowableOfType(BadHandler.class, () -> Bots.found(bots)).mistakes();
    }

    @Test
    void aBadCronExpression() {
        assertThat(mistakes(BadCron.class)).singleElement().asString()
                .startsWith("BadCron.tick(): \"0 25 * * *\" is no schedule: ").endsWith(
                        "; write minute, hour, day of the month, month and day of the week, such as \"0 9 * * MON-FRI\"");
    }

    @Test
    void aConstructorThatThrowsIsToldOnceAndWithItsPlace() {
        assertThat(mistakes(Throwing.class)).singleElement().asString().matches(
                "Throwing cannot be made: its constructor threw IllegalStateException: no file tea\\.txt"
                        + " \\(WrittenWrongTest\\.java:\\d+\\)");
    }

    @Test
    void somethingABotNeedsThatCannotBeMade() {
        assertThat(mistakes(OnCracked.class, CrackedParameter.class)).satisfiesExactlyInAnyOrder(
                bot -> assertThat(bot)
                        .startsWith("OnCracked cannot be made: parameter 'cracked': Cracked cannot be made:"
                                + " its constructor threw IllegalArgumentException: cracked (WrittenWrongTest.java:"),
                handler -> assertThat(handler).startsWith("CrackedParameter.all(Cracked): parameter 'cracked': Cracked"
                        + " cannot be made: its constructor threw IllegalArgumentException: cracked ("));
    }

    @Test
    void bothThingsThatABotLacks() {
        assertThat(mistakes(LackingTwice.class)).hasSize(2).allMatch(
                sentence -> sentence.startsWith("LackingTwice cannot be made: nothing can fill parameter "));
    }

    @Bot
    static final class ManyMistakes {

        @OnCommand("/one")
        Integer one() {
            return 1;
        }

        @OnCommand("two {name}")
        void two(Nowhere nowhere, List<String> name) {}

        @OnMessage("(")
        void three() {}
    }

    @Test
    void allAtOnce() {
        BadHandler bad = catchThrowableOfType(BadHandler.class, () -> Bots.found(ManyMistakes.class, Unmade.class));

        assertThat(bad.mistakes()).hasSize(6);
        assertThat(bad.getMessage()).startsWith("6 mistakes:\n- ManyMistakes.one(): \"/one\" is no command");
        assertThat(bad.getMessage().lines()).hasSize(7).contains(
                "- ManyMistakes.one() returns Integer; return Reply, Notice, String, a list or stream of them, or void");
    }
}
