package dev.tertulia.bots;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Heard;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;
import dev.tertulia.testkit.TestMember;

@BotTest(EventBot.class)
class EventBotTest {

    private static Heard planned(TestGroup group) {
        TestMember ana = group.member("Ana");
        ana.says("/event picnic");
        group.heard("On which day? Write it like 2026-05-31.");
        ana.says("2026-05-31");
        group.heard("At what time? Write it like 18:30.");
        ana.says("18:30");
        group.heard("Where?");
        ana.says("the river");
        return group
                .heard("picnic on 2026-05-31 at 18:30, the river\nReact with 👍 or 👎, or quote this with yes or no.");
    }

    @Test
    void asksForWhatIsMissingAndPinsTheInvitation(TestGroup group) {
        group.hasPinned(planned(group));
    }

    @Test
    void countsReactionsAndQuotes(TestGroup group) {
        Heard invitation = planned(group);

        group.member("Ana").reacts(invitation, "👍");
        group.heard("Ana comes. Coming: Ana");
        group.member("Ben").replies(invitation, "Yes");
        group.heard("Ben comes. Coming: Ana, Ben");
        group.member("Ana").reacts(invitation, "👎");
        group.heard("Ana does not come. Coming: Ben");
        group.member("Ben").replies(invitation, "what shall I bring?");
        group.heardNothing();

        group.member("Ben").says("/event list");
        group.heard("picnic on 2026-05-31 at 18:30, the river\nComing: Ben\nNot coming: Ana");
    }

    @Test
    void asksAgainForADay(TestGroup group) {
        group.member("Ana").says("/meet tea");
        group.heard("On which day? Write it like 2026-05-31.");
        group.member("Ana").says("soon");
        group.heard("I did not understand that: write it like 2026-03-31.");
    }

    @Test
    void forgetsAnEventThatIsNotCompleted(TestGroup group, TestClock clock) {
        group.member("Ana").says("/event tea");
        group.heard("On which day? Write it like 2026-05-31.");

        clock.advance(java.time.Duration.ofMinutes(15));

        group.heard("Ana, I forget the event. Write /event to begin again.");
        group.member("Ben").says("/event list");
        group.heard("Nothing is planned. Write /event and what it is.");
    }

    @Test
    void anEarlierInvitationCountsNoMore(TestGroup group) {
        Heard invitation = planned(group);
        group.member("Ana").says("/event cancel");
        group.heard("The event is cancelled.");

        group.member("Ana").reacts(invitation, "👍");
        group.member("Ben").replies(invitation, "yes");

        group.heardNothing();
    }

    @Test
    void cutsWhatIsTooLongForAnInvitation(TestGroup group) {
        TestMember ana = group.member("Ana");
        ana.says("/event " + "x".repeat(4000));
        group.heard("On which day? Write it like 2026-05-31.");
        ana.says("2026-05-31");
        group.heard("At what time? Write it like 18:30.");
        ana.says("18:30");
        group.heard("Where?");

        ana.says("y".repeat(4096));

        group.heard("x".repeat(499) + "… on 2026-05-31 at 18:30, " + "y".repeat(499)
                + "…\nReact with 👍 or 👎, or quote this with yes or no.");
    }
}
