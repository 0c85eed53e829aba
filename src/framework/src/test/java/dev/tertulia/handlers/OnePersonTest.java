package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnMemberChanged;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.costs.Costs;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Left;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Pricing;

import static org.assertj.core.api.Assertions.assertThat;

/** A person is one person: by phone, by both, by user id, and after either has changed. */
class OnePersonTest {

    private static final AtomicLong LAST_ID = new AtomicLong();

    record Cups(int count) {}

    record Kept(@Nullable Member member) {}

    @Bot
    static final class TeaBot {

        @OnCommand("cup")
        String cup(Member member, @PerMember State<Cups> mine) {
            mine.set(new Cups(mine.get().count() + 1));
            return member.id() + " has " + mine.get().count();
        }

        @OnCommand("remember")
        void remember(Member member, State<Kept> kept) {
            kept.set(new Kept(member));
        }

        @OnCommand("remove")
        void remove(Group group, State<Kept> kept) {
            group.remove(kept.get().member());
        }

        @OnLeave
        Notice left(Left left) {
            return Reply.text(left.member().id() + " left").orDrop();
        }

        @OnMemberChanged
        Notice changed(MemberChanged changed, Member member, @PerMember State<Cups> mine) {
            return Reply.text(changed.before().address() + " is " + member.address() + ", " + changed.before().id()
                    + " is " + member.id() + " with " + mine.get().count()).orDrop();
        }
    }

    private final TestLine line = Bots.line(TeaBot.class);

    private static Member of(@Nullable String userId, @Nullable String phone) {
        return new Member(userId, phone, null, null);
    }

    private void cup(String group, @Nullable String userId, @Nullable String phone) {
        line.receive(Events.in(group).by(of(userId, phone)).says("/cup"));
    }

    private static MemberChanged change(Member before, Member after) {
        return new MemberChanged(new Origin(Events.NUMBER, Events.DIALLED, Origin.person(before.id()), Events.NOW,
                "message:change" + LAST_ID.incrementAndGet()), before, after);
    }

    private GroupFacts facts(String group) {
        return line.group(group).facts();
    }

    @Test
    void firstByPhoneThenWithBothThenByUserIdAlone() {
        cup("G", null, "1");
        cup("G", "US.1", "1");
        cup("G", "US.1", null);
        cup("G", null, "1");

        assertThat(line.said()).containsExactly("1 has 1", "1 has 2", "1 has 3", "1 has 4");
        assertThat(facts("G").members()).extracting(GroupFacts.Person::member).containsExactly(of("US.1", "1").as("1"));
    }

    @Test
    void whatOneGroupLearnsAllGroupsKnow() {
        cup("G", null, "1");
        cup("H", "US.1", "1");
        cup("G", "US.1", null);

        assertThat(line.said()).containsExactly("1 has 1", "1 has 1", "1 has 2");
    }

    @Test
    void aNewNumberAndANewUserId() {
        cup("G", "US.1", "1");
        line.receive(Events.in("H").by(of("US.1", "1")).says("hi"));

        line.receive(change(of("US.1", "1"), of("US.2", "2")));

        cup("G", "US.2", null);
        cup("G", null, "2");
        cup("G", "US.1", "1");
        assertThat(line.said()).containsExactlyInAnyOrder("US.1 has 1", "US.1 is US.2, US.1 is US.1 with 1",
                "US.1 is US.2, US.1 is US.1 with 0", "US.1 has 2", "US.1 has 3", "US.1 has 4");
        assertThat(facts("G").members()).extracting(GroupFacts.Person::member)
                .containsExactly(of("US.2", "2").as("US.1"));
        assertThat(facts("G").find("1")).contains(of("US.2", "2").as("US.1"));
    }

    @Test
    void aNewNumberOfWhichNoUserIdIsTold() {
        cup("G", "US.1", "1");

        line.receive(change(of(null, "1"), of(null, "2")));
        cup("G", "US.2", "2");

        assertThat(line.said()).containsExactly("US.1 has 1", "US.1 is 2, US.1 is US.1 with 1", "US.1 has 2");
    }

    @Test
    void aNewUserIdOfWhichNoNumberIsTold() {
        cup("G", "US.1", "1");

        line.receive(change(of("US.1", null), of("US.2", null)));
        assertThat(facts("G").members().getFirst().member().phone()).isNull();
        cup("G", "US.2", "2");

        assertThat(line.said().getLast()).isEqualTo("US.1 has 2");
        assertThat(facts("G").members().getFirst().member().phone()).isEqualTo("2");
    }

    @Test
    void aChangeThatIsToldAgainChangesNothing() {
        cup("G", "US.1", "1");
        MemberChanged change = change(of("US.1", "1"), of("US.2", "2"));

        line.receive(change);
        line.receive(change);
        line.receive(change(of("US.1", "1"), of("US.2", "2")));

        assertThat(facts("G").members()).extracting(GroupFacts.Person::member)
                .containsExactly(of("US.2", "2").as("US.1"));
    }

    @Test
    void theYoungerOfTwoBecomesTheOlder() {
        cup("G", null, "1");
        line.advance(Duration.ofSeconds(1));
        cup("G", "US.1", null);
        cup("H", "US.1", null);
        cup("H", "US.1", null);

        cup("G", "US.1", "1");

        assertThat(line.said()).containsExactlyInAnyOrder("1 has 1", "US.1 has 1", "US.1 has 1", "US.1 has 2",
                "1 has 2", "US.1 is US.1, US.1 is 1 with 2", "US.1 is US.1, US.1 is 1 with 2");
        cup("H", "US.1", null);
        assertThat(line.said().getLast()).isEqualTo("1 has 3");
        assertThat(facts("G").members()).hasSize(1);
    }

    @Test
    void whoWroteUnderTheNewIdBeforeTheChangeWasTold() {
        cup("G", "US.1", "1");
        line.advance(Duration.ofSeconds(1));
        cup("G", "US.2", "2");

        line.receive(change(of("US.1", "1"), of("US.2", "2")));
        cup("G", "US.2", null);

        assertThat(line.said().getLast()).isEqualTo("US.1 has 2");
        assertThat(facts("G").members()).hasSize(1);
    }

    @Test
    void whoIsGoneIsNotHeardOf() {
        cup("G", "US.1", "1");
        line.receive(Events.in("G").by(of(null, "1")).at(Events.NOW.plusSeconds(5)).leaves());

        line.receive(change(of("US.1", "1"), of("US.2", "2")));

        assertThat(line.said()).containsExactly("US.1 has 1", "US.1 left");
    }

    @Test
    void somebodyElseMayHaveTheFormerNumber() {
        cup("G", "US.1", "1");
        line.receive(change(of("US.1", "1"), of("US.2", "2")));

        cup("G", "US.9", "1");
        cup("H", null, "1");

        assertThat(line.said().subList(2, 4)).containsExactly("US.9 has 1", "US.9 has 1");
    }

    @Test
    void whoWasKeptIsRemovedByTheirPresentName() {
        line.receive(Events.in("G").by(of("US.1", "1")).says("/remember"));
        line.receive(change(of("US.1", "1"), of("US.2", "2")));

        line.receive(Events.in("G").by(Events.BEN).says("/remove"));
        line.group("G").remove(of(null, "1"));
        line.settle();

        assertThat(line.graph().asked()).extracting(asked -> asked.action())
                .filteredOn(GroupOperation.RemoveMembers.class::isInstance)
                .containsExactly(new GroupOperation.RemoveMembers(List.of("US.2")),
                        new GroupOperation.RemoveMembers(List.of("US.2")));
    }

    private static MessageStatus reaches(Member participant, MessageStatus.State state) {
        return new MessageStatus(new Origin(Events.NUMBER, Events.DIALLED, "G", Events.NOW,
                "status" + LAST_ID.incrementAndGet()), "wamid.1", state, participant, null,
                new Pricing("group_utility", Pricing.REGULAR), List.of());
    }

    @Test
    void aDeliveryIsBookedOnceUnderAllNames() {
        cup("G", "US.1", "1");

        line.receive(reaches(of(null, "1"), MessageStatus.State.DELIVERED));
        line.receive(reaches(of("US.1", null), MessageStatus.State.READ));
        line.receive(change(of("US.1", "1"), of("US.2", "2")));
        line.receive(reaches(of("US.2", null), MessageStatus.State.READ));
        line.receive(reaches(of(null, "2"), MessageStatus.State.READ));

        assertThat(line.costs().totals(Costs.Per.GROUP).get("G").deliveries()).isEqualTo(1);
    }

    @Test
    void aStatusTellsThatBothAreOne() {
        cup("G", null, "1");

        line.receive(reaches(of("US.1", "1"), MessageStatus.State.READ));
        cup("G", "US.1", null);

        assertThat(line.said()).containsExactly("1 has 1", "1 has 2");
    }

    @Test
    void whoAsksToBeLetInIsKnownFromOtherGroups() {
        cup("G", null, "1");
        cup("G", "US.1", "1");

        line.receive(Events.in("H").by(of("US.1", null)).asksToJoin("request"));
        line.receive(Events.in("H").by(of("US.1", null)).says("/cup"));

        assertThat(line.said().getLast()).isEqualTo("1 has 1");
    }
}
