package dev.tertulia.handlers;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnCommand.Where;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.Origin;

import static org.assertj.core.api.Assertions.assertThat;

/** The dialogue of a person goes on when two of their identities turn out to be one, or one of them changes. */
class MergedPersonTest {

    private static final Member PHONE = member(null, "1");
    private static final Member USER = member("US.1", null);
    private static final Member BOTH = member("US.1", "1");

    record Day(@Nullable LocalDate day) {}

    record Visits(int count) {}

    @Bot
    static final class DayBot {

        @OnCommand(value = "book", where = Where.ANYWHERE)
        Reply book(State<Visits> visits) {
            visits.update(before -> new Visits(before.count() + 1));
            return Reply.text("Which day?").asking("day");
        }

        @OnAnswer("day")
        Reply day(LocalDate day, @PerMember State<Day> kept) {
            kept.set(new Day(day));
            return Reply.text("What time?").asking("time");
        }

        @OnAnswer("time")
        String time(LocalTime time, @PerMember State<Day> kept, State<Visits> visits) {
            return kept.get().day() + " at " + time + ", visit " + visits.get().count();
        }

        @OnAnswerMissing({"day", "time"})
        Notice missing(Member asked) {
            return Reply.text(asked.id() + " is too late").orDrop();
        }

        @OnMessage
        String other() {
            return "other";
        }

        @OnPrivateMessage
        String otherInPrivate() {
            return "other";
        }
    }

    private final TestLine line = Bots.line(DayBot.class);

    private static Member member(@Nullable String userId, @Nullable String phone) {
        return new Member(userId, phone, null, null);
    }

    /** The phone number is known first, so that its id remains. */
    @BeforeEach
    void thePhoneNumberIsKnown() {
        say("G", PHONE, "hello");
        line.advance(Duration.ofSeconds(1));
    }

    private void say(String group, Member member, String... words) {
        for (String one : words) {
            line.receive(Events.in(group).by(member).at(line.clock().instant()).says(one));
        }
    }

    private void write(Member member, String... words) {
        for (String one : words) {
            line.receive(Events.privately(member).at(line.clock().instant()).writes(one));
        }
    }

    @Test
    void theAnswerTellsThatBothAreOne() {
        say("G", USER, "/book");

        say("G", BOTH, "2026-03-31");
        say("G", PHONE, "9:30");

        assertThat(line.said()).containsExactly("other", "Which day?", "What time?", "2026-03-31 at 09:30, visit 1");
    }

    @Test
    void anotherGroupLearnsThatBothAreOne() {
        say("H", USER, "/book", "2026-03-31");

        say("G", BOTH, "hello");
        say("H", USER, "9:30");

        assertThat(line.said()).endsWith("What time?", "other", "2026-03-31 at 09:30, visit 1");
    }

    @Test
    void bothBecomeOneWhileTheQuestionWaitsToLeave() {
        line.graph().thenRefuses(400, 131056);
        say("G", USER, "/book");
        say("G", BOTH, "hello");
        line.advance(Duration.ofMinutes(1));

        say("G", PHONE, "2026-03-31");

        assertThat(line.said()).endsWith("Which day?", "other", "What time?");
    }

    @Test
    void theTimeOfTheQuestionIsOverOnce() {
        say("G", USER, "/book");
        say("G", BOTH, "/book");

        line.advance(Duration.ofHours(1));

        assertThat(line.said()).containsExactly("other", "Which day?", "Which day?", "1 is too late");
    }

    @Test
    void theNumberChanges() {
        say("G", PHONE, "/book");
        line.receive(new MemberChanged(new Origin(Events.NUMBER, Events.DIALLED, Origin.person("1"), Events.NOW,
                "change"), PHONE, member(null, "2")));

        say("G", member("US.2", "2"), "2026-03-31");
        say("G", member("US.2", null), "9:30");

        assertThat(line.said()).endsWith("What time?", "2026-03-31 at 09:30, visit 1");
    }

    @Test
    void theAnswerInPrivateTellsThatBothAreOne() {
        write(USER, "/book", "2026-03-31");

        write(BOTH, "9:30");

        assertThat(line.said()).containsExactly("other", "Which day?", "What time?", "2026-03-31 at 09:30, visit 1");
        assertThat(line.inbox().timers(Origin.person("US.1"))).isEmpty();
    }

    @Test
    void aGroupTellsThatBothAreOneBeforeTheAnswerInPrivate() {
        write(USER, "/book");

        say("G", BOTH, "hello");
        write(USER, "2026-03-31", "9:30");

        assertThat(line.said()).endsWith("other", "What time?", "2026-03-31 at 09:30, visit 1");
    }

    @Test
    void theTimeOfAQuestionInPrivateIsOverOnce() {
        write(USER, "/book");
        write(BOTH, "/book");

        line.advance(Duration.ofHours(1));

        assertThat(line.said()).containsExactly("other", "Which day?", "Which day?", "1 is too late");
    }

    @Test
    void theLanguageGoesAlong() {
        write(PHONE, "hello");
        write(USER, "/book");
        line.person(USER).language(Locale.of("pt"));
        line.settle();

        write(BOTH, "soon");

        assertThat(line.said()).last().isEqualTo("Não percebi: escreva como 2026-03-31.");
    }
}
