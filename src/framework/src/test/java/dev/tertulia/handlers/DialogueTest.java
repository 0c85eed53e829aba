package dev.tertulia.handlers;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Chat;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnQuote;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Staff;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.bot.Unanswered;
import dev.tertulia.message.Content;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;

import static org.assertj.core.api.Assertions.assertThat;

/** A bot asks, the person answers in their own words, and the answer is asked for again until it fits. */
class DialogueTest {

    private static final Events ANA = Events.in("G");
    private static final Events BEN = ANA.by(Events.BEN);

    record Booking(LocalDate day, LocalTime time) {}

    /** Three questions; the lines are counted by the documentation. */
    @Bot
    static final class BookingBot {

        @OnCommand(value = "book", where = OnCommand.Where.ANYWHERE)
        Reply book() {
            return Reply.text("Which day?").asking("day");
        }

        @OnAnswer("day")
        Reply day(LocalDate day, @PerMember State<Booking> booking) {
            booking.set(new Booking(day, null));
            return Reply.text("What time?").asking("time");
        }

        @OnAnswer("time")
        Reply time(LocalTime time, @PerMember State<Booking> booking) {
            booking.update(before -> new Booking(before.day(), time));
            return Reply.text("Your name?").asking("name");
        }

        @OnAnswer("name")
        String name(String name, @PerMember State<Booking> booking) {
            return "Booked " + booking.get().day() + " " + booking.get().time() + " for " + name;
        }

        @OnAnswerMissing("day")
        Notice none(Unanswered question, Member asked, @PerMember State<Booking> booking) {
            booking.clear();
            return Reply.text(asked.name() + ": " + question.reason()).orDrop();
        }

        @OnCommand("ping")
        String ping() {
            return "pong";
        }

        @OnCommand("language {language}")
        void language(Group group, Locale language) {
            group.language(language);
        }

        @OnMessage
        String other() {
            return "other";
        }
    }

    private final TestLine line = Bots.line(BookingBot.class);

    @Test
    void asksOneQuestionAfterTheOther() {
        say(ANA, "/book", "2026-03-31", "9:30", "Ana Lima");

        assertThat(line.said()).containsExactly("Which day?", "What time?", "Your name?",
                "Booked 2026-03-31 09:30 for Ana Lima");
    }

    private void say(Events who, String... words) {
        for (String one : words) {
            line.receive(who.says(one));
        }
    }

    @Test
    void onlyTheirWordsAreTheAnswer() {
        say(ANA, "/book");
        say(BEN, "2026-03-31");
        say(ANA, "2026-03-30");

        assertThat(line.said()).containsExactly("Which day?", "other", "What time?");
    }

    @Test
    void severalPeopleMayBeAskedAtOnce() {
        say(ANA, "/book");
        say(BEN, "/book", "2026-04-01");
        say(ANA, "2026-03-31", "9:30");
        say(BEN, "10:00", "Ben");
        say(ANA, "Ana");

        assertThat(line.said()).endsWith("Booked 2026-04-01 10:00 for Ben", "Booked 2026-03-31 09:30 for Ana");
    }

    @Test
    void commandsWorkInBetween() {
        say(ANA, "/book", "/ping", "2026-03-31");

        assertThat(line.said()).containsExactly("Which day?", "pong", "What time?");
    }

    @Test
    void asksAgainWhereAnAnswerDoesNotFit() {
        say(ANA, "/book", "tomorrow", "2026-03-31");

        assertThat(line.said()).containsExactly("Which day?",
                "I did not understand that: write it like 2026-03-31.", "What time?");
    }

    @Test
    void asksInTheLanguageOfTheGroup() {
        say(ANA, "/language pt", "/book", "amanhã", "31/3/2026");

        assertThat(line.said()).containsExactly("Which day?", "Não percebi: escreva como 2026-03-31.", "What time?");
    }

    @Test
    void givesUpAfterAsManyAnswersAsTheHandlerAllows() {
        say(ANA, "/book", "one", "two", "three", "four", "2026-03-31");

        assertThat(line.said()).hasSize(6).endsWith("Ana: NOT_UNDERSTOOD", "other");
    }

    @Test
    void saysSoWhereNoHandlerTakesAMissingAnswer() {
        say(ANA, "/book", "2026-03-31", "one", "two", "three", "four");

        assertThat(line.said()).endsWith("Let us leave it at that.");
    }

    @ParameterizedTest
    @CsvSource({"Cancel", "stop", "\u200Ecancel "})
    void endsOnAWordThatCancels(String word) {
        say(ANA, "/book", word, "2026-03-31");

        assertThat(line.said()).containsExactly("Which day?", "Ana: CANCELLED", "other");
    }

    @Test
    void saysCancelledWhereNoHandlerTakesThat() {
        say(ANA, "/book", "2026-03-31", "cancel", "9:30");

        assertThat(line.said()).containsExactly("Which day?", "What time?", "Cancelled.", "other");
    }

    @Test
    void cancelMeansNothingWhereNothingIsAsked() {
        say(ANA, "cancel");

        assertThat(line.said()).containsExactly("other");
    }

    @Test
    void endsWhenItsTimeIsOver() {
        say(ANA, "/book");

        line.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(line.said()).containsExactly("Which day?");
        line.advance(Duration.ofMillis(1));
        line.receive(ANA.at(line.clock().instant()).says("2026-03-31"));

        assertThat(line.said()).containsExactly("Which day?", "Ana: TIME_IS_UP", "other");
    }

    @Test
    void anAnswerEndsItsTime() {
        say(ANA, "/book", "2026-03-31");

        line.advance(Duration.ofMinutes(20));

        assertThat(line.said()).containsExactly("Which day?", "What time?");
        assertThat(line.inbox().timers("G")).isEmpty();
    }

    @Test
    void asksAnewInPlaceOfTheQuestionBefore() {
        say(ANA, "/book", "/book", "2026-03-31", "9:30");

        assertThat(line.said()).containsExactly("Which day?", "Which day?", "What time?", "Your name?");
    }

    @Test
    void survivesARestart() {
        say(ANA, "/book", "2026-03-31");

        TestLine restarted = line.restarted();
        restarted.receive(ANA.says("9:30"));
        restarted.receive(ANA.says("Ana"));

        assertThat(restarted.said()).containsExactly("Your name?", "Booked 2026-03-31 09:30 for Ana");
    }

    @Test
    void survivesANewVersionOfTheBotWithoutTheQuestion() {
        say(ANA, "/book");

        TestLine other = line.restartedWith(Bots.found(SizesBot.class));
        other.receive(ANA.says("2026-03-31"));

        assertThat(other.said()).isEmpty();
        assertThat(other.causes()).isEmpty();
    }

    @Test
    void worksInPrivateChats() {
        Events chat = Events.privately(Events.ANA);

        line.receive(chat.writes("/book"));
        line.receive(chat.writes("2026-03-31"));

        assertThat(line.said()).containsExactly("Which day?", "What time?");
        assertThat(line.graph().asked()).allMatch(asked -> asked.group().equals(Origin.person("US.1")));
    }

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

    @Bot
    static final class Timeless {

        @OnAnswer(value = "day", within = "soon")
        void day(String day) {}
    }

    @Test
    void refusesATimeThatIsNone() {
        Bots.refuses(Timeless.class, "Timeless.day(String): within = \"soon\" of @OnAnswer; write a time of at most 30"
                + " days, such as 15m, 2h or 7d");
    }

    @Bot
    static final class Twice {

        @OnAnswer("day")
        void day(String day) {}

        @OnAnswer("day")
        void date(LocalDate day) {}
    }

    @Test
    void refusesTwoHandlersForOneAnswer() {
        Bots.refuses(Twice.class, "two handlers for the answer Twice day: Twice.date(LocalDate) and Twice.day(String);"
                + " rename one of the answers");
    }

    @Test
    void refusesAQuestionThatNobodyHears() {
        Bots.refuses(ForgetfulBot.class, "ForgetfulBot asks the question 'day', and no handler of it takes the answer;"
                + " write a method with @OnAnswer(\"day\")");
    }

    @Test
    void tellsTheAuthorOfAQuestionWhoseNameIsMade() {
        TestLine careless = Bots.line(CarelessBot.class);

        careless.receive(ANA.says("/ask day"));

        assertThat(careless.causes()).singleElement().asString().contains("the question 'day' is asked")
                .contains("@OnAnswer(\"day\")");
    }

    @Bot
    static final class CarelessBot {

        @OnCommand("ask {what}")
        Reply ask(String what) {
            return Reply.text("Which?").asking(what);
        }
    }

    @Bot
    static final class ForgetfulBot {

        @OnCommand("ask")
        List<Reply> ask() {
            return List.of(Reply.text("Which?").asking("day"));
        }
    }

    @Bot
    static final class AsksForOther {

        @OnCommand("start")
        Reply start() {
            return Reply.text("Which day?").asking("day").tagged("question");
        }

        @OnAnswer("day")
        void day(LocalDate day) {}

        @OnAnswer("time")
        void time(LocalTime time) {}

        @OnAnswerMissing({"day", "place"})
        void none() {}

        @OnQuote("answer")
        void quoted() {}

        @OnCommand("close")
        @Staff
        void close() {}
    }

    @Test
    void warnsOfWhatNobodyAsksForOrGives() {
        assertThat(Bots.found(AsksForOther.class).warnings()).containsExactlyInAnyOrder(
                "AsksForOther.time(LocalTime) @OnAnswer is never called: its bot asks no question 'time'; ask it with"
                        + " Reply.text(…).asking(\"time\")",
                "AsksForOther.none() @OnAnswerMissing is never called for 'place': its bot has no @OnAnswer(\"place\")",
                "AsksForOther.quoted() @OnQuote is never called: its bot gives no tag 'answer'; give it with"
                        + " Reply.text(…).tagged(\"answer\")",
                "AsksForOther.close() is for staff, and nobody is; name them with TERTULIA_STAFF");
    }
}
