package dev.tertulia.handlers;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnGroupSuspended;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnMention;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;
import dev.tertulia.message.Quote;

import static dev.tertulia.handlers.Bots.refuses;

/** A parameter that nothing can fill keeps the program from starting. */
class BadParameterTest {

    @Bot
    static final class Unfillable {

        @OnMessage
        void all(GroupMessage message, Lock lock) {}
    }

    @Test
    void aParameterThatNothingFills() {
        refuses(Unfillable.class, "Unfillable.all(GroupMessage, Lock): nothing can fill parameter 'lock' of type Lock;"
                + " a handler takes GroupMessage, Turn, Group, Member, State<…>, any bean, and words named in the"
                + " annotation as {name}");
    }

    @Bot
    static final class UnfillableBesideWords {

        @OnCommand("hours {day}")
        void hours(String day, String night) {}
    }

    @Test
    void aParameterThatIsNoneOfTheWords() {
        refuses(UnfillableBesideWords.class, "UnfillableBesideWords.hours(String, String): nothing can fill parameter"
                + " 'night' of type String; a handler takes GroupMessage, Turn, Group, Member, State<…>, any bean, and"
                + " the words [day]");
    }

    @Bot
    static final class FailureOfNothing {

        @OnMessage
        void all(Failure failure) {}
    }

    @Test
    void aFailureWhereNothingFailed() {
        refuses(FailureOfNothing.class, "FailureOfNothing.all(Failure): nothing can fill parameter 'failure' of type"
                + " Failure; a handler takes GroupMessage, Turn, Group, Member, State<…>, any bean, and words named in"
                + " the annotation as {name}");
    }

    @Bot
    static final class QuotedByJoin {

        @OnJoin
        void joined(Quote quoted) {}
    }

    @Test
    void aQuotedMessageWhereNobodyWrote() {
        refuses(QuotedByJoin.class, "QuotedByJoin.joined(Quote): nothing can fill parameter 'quoted' of type Quote;"
                + " a handler takes Joined, Turn, Group, Member, State<…>, any bean, and words named in the annotation"
                + " as {name}");
    }

    @Bot
    static final class OtherEvent {

        @OnJoin
        void joined(GroupMessage message) {}
    }

    @Test
    void anotherEvent() {
        refuses(OtherEvent.class, "OtherEvent.joined(GroupMessage): parameter 'message' is a GroupMessage, but this"
                + " handler gets Joined; write Joined message");
    }

    @Bot
    static final class MemberOfNobody {

        @OnGroupSuspended
        void suspended(Member member) {}
    }

    @Test
    void aMemberWhereItIsAboutNobody() {
        refuses(MemberOfNobody.class, "MemberOfNobody.suspended(Member): parameter 'member' is a Member, but"
                + " GroupSuspended is not about one; take the event and look inside");
    }

    @Bot
    static final class StateOfNothing {

        @OnMessage
        @SuppressWarnings("rawtypes") // that is what is wrong with it
        void all(State state) {}
    }

    @Test
    void aStateThatDoesNotSayOfWhat() {
        refuses(StateOfNothing.class, "StateOfNothing.all(State): parameter 'state' must say what it keeps, and that"
                + " must be a record: State<Poll> state with record Poll(…)");
    }

    @Bot
    static final class StateOfAMap {

        @OnMessage
        void all(State<Map<String, String>> state) {}
    }

    @Test
    void aStateThatIsNoRecord() {
        refuses(StateOfAMap.class, "StateOfAMap.all(State): parameter 'state' must say what it keeps, and that must be"
                + " a record: State<Poll> state with record Poll(…)");
    }

    record Visits(int count) {}

    @Bot
    static final class StatePerNobody {

        @OnStatus
        void tea(@PerMember State<Visits> visits) {}
    }

    @Test
    void aStatePerMemberWhereItIsAboutNobody() {
        refuses(StatePerNobody.class,
                "StatePerNobody.tea(State): parameter 'visits' is @PerMember, but MessageStatus is"
                        + " not about a member; leave @PerMember out");
    }

    @Bot
    static final class WordIntoAnything {

        @OnCommand("lock {lock}")
        void lock(Lock lock) {}
    }

    @Test
    void aWordThatCannotBecomeTheParameter() {
        refuses(WordIntoAnything.class, "WordIntoAnything.lock(Lock): parameter 'lock' is a Lock, and a word cannot be"
                + " turned into that; use String, a number, an enum or Duration");
    }

    @Bot
    static final class UnusedWord {

        @OnCommand("remind {after} {words...}")
        void remind(Duration after) {}
    }

    @Test
    void aWordThatNoParameterTakes() {
        refuses(UnusedWord.class, "UnusedWord.remind(Duration): the command has the word {words}, and no parameter is"
                + " called words; add String words or remove the word");
    }

    @Bot
    static final class MentionOfOther {

        @OnMention
        Notice mentioned(GroupMessage message, Set<String> names, Group group) {
            return Reply.text("yes?").orDrop();
        }
    }

    @Test
    void aCollectionThatIsNoBean() {
        refuses(MentionOfOther.class, "MentionOfOther.mentioned(GroupMessage, Set, Group): nothing can fill parameter"
                + " 'names' of type Set<String>; a handler takes GroupMessage, Turn, Group, Member, State<…>, any bean,"
                + " and words named in the annotation as {name}");
    }
}
