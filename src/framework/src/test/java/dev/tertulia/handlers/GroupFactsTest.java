package dev.tertulia.handlers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Reply;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.graph.Outcome;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Pin;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.Member;
import dev.tertulia.operation.OperationAck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What is known of a group follows its events, and is repaired by asking. */
class GroupFactsTest {

    private static final Member BEN_BY_PHONE = Member.ofPhone("16505551235");

    @Bot
    static final class HostBot {

        @OnJoin
        Notice join(Joined event) {
            return Reply.text("welcome " + event.member().name()).orDrop();
        }

        @OnLeave
        Notice leave(Left event) {
            return Reply.text("farewell " + event.member().name()).orDrop();
        }

        @OnCommand("who")
        String who(Group group) {
            return String.join(", ", group.facts().members().stream().map(p -> p.member().name()).toList());
        }

        @OnMessage("poison")
        void poison() {
            throw new IllegalStateException("poison");
        }
    }

    private final TestLine line = Bots.line(HostBot.class);
    private final Events group = Events.in("G");

    private GroupFacts facts() {
        return line.group("G").facts();
    }

    private List<String> members() {
        return facts().members().stream().map(person -> person.member().name()).toList();
    }

    private static Instant later(long seconds) {
        return Events.NOW.plusSeconds(seconds);
    }

    @Test
    void aCreationTellsWhatTheGroupIs() {
        line.receive(group.created("Tea", "R1"));

        GroupFacts facts = facts();
        assertThat(facts.profile())
                .isEqualTo(new GroupFacts.Profile("Tea", null, "https://chat.whatsapp.com/Tea", false, false));
        assertThat(facts.times().created()).isEqualTo(Events.NOW);
    }

    @Test
    void settingsChangeWhatTheyName() {
        line.receive(group.created("Tea", "R1"), group.renamed("Cake"));

        assertThat(facts().profile().subject()).isEqualTo("Cake");
        assertThat(facts().profile().inviteLink()).isEqualTo("https://chat.whatsapp.com/Tea");
    }

    @Test
    void suspensionsBeginAndEnd() {
        line.receive(group.suspended());
        assertThat(facts().profile().suspended()).isTrue();

        line.receive(group.cleared());
        assertThat(facts().profile().suspended()).isFalse();
    }

    @Test
    void aMessageIsActivityAndOpensTheWindow() {
        line.receive(group.says("hi"), group.at(Events.NOW.minusSeconds(60)).says("late"));

        assertThat(facts().times().lastActivity()).isEqualTo(Events.NOW);
        assertThat(facts().times().windowUntil()).isEqualTo(Events.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void whoWritesIsAMember() {
        line.receive(group.says("hi"), group.by(Events.BEN).reacts("wamid.1", "👍"));

        assertThat(members()).containsExactly("Ana", "Ben");
    }

    @Test
    void peopleComeAndGo() {
        line.receive(group.joins(), group.by(Events.BEN).joins(), group.leaves(), group.by(Events.BEN).isRemoved());

        assertThat(members()).isEmpty();
        assertThat(facts().former()).extracting(person -> person.member().name()).containsExactly("Ana", "Ben");
    }

    @Test
    void whatComesLateChangesNothingThatIsNewer() {
        line.receive(group.at(later(1)).joins(), group.at(later(9)).leaves());

        line.receive(group.at(later(5)).says("still here"), group.at(later(9)).says("bye"));
        assertThat(members()).isEmpty();

        line.receive(group.at(later(20)).joins(), group.at(later(10)).leaves());
        assertThat(members()).containsExactly("Ana");
    }

    @Test
    void aPersonIsKnownByAnyName() {
        line.receive(group.by(Events.BEN).says("hi"), group.by(BEN_BY_PHONE).leaves());

        assertThat(line.said()).containsExactly("farewell Ben");
        assertThat(facts().former()).extracting(GroupFacts.Person::member).containsExactly(Events.BEN);
    }

    @Test
    void whoComesBackHasTheirNameStill() {
        line.receive(group.says("hi"), group.by(BEN_BY_PHONE).joins());
        line.receive(group.by(Events.BEN).says("hi"), group.by(BEN_BY_PHONE).leaves());

        line.receive(group.by(BEN_BY_PHONE).at(later(5)).joins());

        assertThat(line.said()).containsExactly("welcome 16505551235", "farewell Ben", "welcome Ben");
    }

    @Test
    void pinsGiveWayToTheFourth() {
        for (String id : List.of("a", "b", "c", "d")) {
            line.group("G").pin("wamid." + id, 3);
        }
        line.group("G").unpin("wamid.c");
        line.settle();

        assertThat(facts().pins()).extracting(Pin::messageId).containsExactly("wamid.b", "wamid.d");

        line.clock().advance(Duration.ofDays(3));
        assertThat(facts().pins()).isEmpty();
    }

    @Test
    void aPinThatWasRefusedIsNone() {
        line.graph().thenRefuses(400, 131009);

        line.group("G").pin("wamid.a", 3);
        line.settle();

        assertThat(facts().pins()).isEmpty();
    }

    @Test
    void aNewLinkIsKnown() {
        line.graph().then(new Outcome.Accepted(null, new OperationAck(null, "https://new", List.of(), List.of())));

        line.group("G").resetInviteLink();
        line.settle();

        assertThat(facts().profile().inviteLink()).isEqualTo("https://new");
    }

    @Test
    void lateEventsOfADeletedGroupAreStillHeard() {
        line.receive(group.deleted("R1"), group.renamed("Tea"), group.by(Events.BEN).says("bye"));

        assertThat(facts().times().deleted()).isEqualTo(Events.NOW);
        assertThat(facts().profile().subject()).isEqualTo("Tea");
        assertThat(members()).containsExactly("Ben");
        assertThat(line.graph().questions()).isZero();
    }

    @Test
    void anEventThatFailsForGoodIsStillLearned() {
        line.receive(group.says("poison"));

        assertThat(line.inbox().deadLetters()).hasSize(1);
        assertThat(members()).containsExactly("Ana");
    }

    @Test
    void askingRepairsWhatNoEventTold() {
        line.receive(group.says("hi"), group.created("Tea", "R1"));
        line.graph().knows(new GroupInfo("G", "Cake", "Only cake", "approval_required", true, later(-9), 1,
                List.of(BEN_BY_PHONE)));

        line.receive(group.at(later(5)).by(Events.BEN).says("/who"));

        assertThat(line.said()).containsExactly("Ben");
        assertThat(facts().profile())
                .isEqualTo(new GroupFacts.Profile("Cake", "Only cake", "https://chat.whatsapp.com/Tea", true, true));
        assertThat(facts().times().created()).isEqualTo(later(-9));
        assertThat(facts().former()).extracting(GroupFacts.Person::member).containsExactly(Events.ANA);
    }

    @Test
    void whoIsMissingInAnIncompleteAnswerHasNotLeft() {
        line.receive(group.says("hi"), group.by(Events.BEN).says("hi"));
        line.graph().knows(new GroupInfo("G", "Tea", null, null, false, null, 2, List.of(BEN_BY_PHONE)));

        assertThat(members()).containsExactly("Ana", "Ben");
        assertThat(facts().former()).isEmpty();
    }

    @Test
    void anAnswerIsGoodForADay() {
        line.graph().knows(new GroupInfo("G", "Tea", null, null, false, null, null, List.of()));
        line.receive(group.says("/who"), group.says("/who"));
        assertThat(line.graph().questions()).isEqualTo(1);

        line.advance(Duration.ofDays(1));
        line.receive(group.at(line.clock().instant()).says("/who"));
        assertThat(line.graph().questions()).isEqualTo(2);
    }

    @Test
    void withoutAnAnswerFactsStayAsTheyAre() {
        line.receive(group.says("/who"));

        assertThat(line.said()).containsExactly("Ana");
        assertThat(facts().times().confirmed()).isNull();
    }

    @Test
    void factsOutliveTheProgram() {
        line.receive(group.says("hi"));

        assertThat(line.restarted().group("G").facts().members()).hasSize(1);
    }

    @Test
    void theAccountIsNoGroup() {
        assertThatIllegalArgumentException().isThrownBy(() -> line.group("account:1"))
                .withMessage("'account:1' is no id of a group; give one as it came in an event or an answer of"
                        + " WhatsApp's");
        assertThat(line.graph().questions()).isZero();
    }
}
