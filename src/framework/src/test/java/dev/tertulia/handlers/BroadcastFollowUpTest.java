package dev.tertulia.handlers;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnQuote;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.OnSendFailed;
import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.message.Quote;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.SendFailed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What follows a message of a broadcast in each of its groups. */
class BroadcastFollowUpTest {

    record Offer(String name, int price) {}

    private static final Notice OFFER = Reply.text("Bread for 2").tagged("offer", new Offer("bread", 2))
            .orTemplate("offer");

    @Bot
    static final class ShopBot {

        @OnQuote("offer")
        String quoted(Offer offer, Group group) {
            return group.id() + " asks about " + offer.name();
        }

        @OnReaction(to = "offer")
        Notice liked(Reaction reaction, Offer offer) {
            return Reply.text(reaction.emoji() + " for " + offer.price()).orDrop();
        }

        @OnSendFailed(of = "offer")
        Notice failed(SendFailed failure, Group group, Offer offer) {
            return Reply.text(group.id() + " has no " + offer.name()).orDrop();
        }

        @OnAnswer("day")
        String day(Member member, LocalDate day) {
            return member.name() + " comes on " + day;
        }

        @OnMessage
        String other() {
            return "other";
        }
    }

    private final TestLine line = Bots.line(ShopBot.class);

    private void start(Notice notice) {
        line.receive(Events.in("G").says("hello"), Events.in("H").says("hello"));
        line.broadcasts().start(Broadcast.toGroups("spring", notice, List.of("G", "H")));
        line.settle();
    }

    @Test
    void quotesAndReactionsComeWithItsTag() {
        start(OFFER);

        line.receive(Events.in("G").answers("how large?", new Quote("wamid.out3", Events.DIALLED)));
        line.receive(Events.in("H").reacts("wamid.out4", "👍"));

        assertThat(line.said()).containsExactly("other", "other", "Bread for 2", "Bread for 2", "G asks about bread",
                "👍 for 2");
    }

    @Test
    void failuresComeWithItsTag() {
        line.receive(Events.in("G").says("hello"));
        line.graph().thenRefuses(400, 131026);

        line.broadcasts().start(Broadcast.toGroups("spring", OFFER, List.of("G")));
        line.settle();

        assertThat(line.said()).last().isEqualTo("G has no bread");
    }

    @Test
    void isPinnedInEachGroup() {
        start(OFFER.pinned(Duration.ofDays(7)));

        assertThat(line.graph().asked()).filteredOn(asked -> asked.action() instanceof Message.Pin)
                .extracting(asked -> asked.group() + " " + asked.action())
                .containsExactlyInAnyOrder("G Pin[messageId=wamid.out3, days=7]",
                        "H Pin[messageId=wamid.out4, days=7]");
        assertThat(line.broadcasts().progress("spring").orElseThrow().sent()).isEqualTo(2);
        assertThat(line.graph().asked()).extracting(asked -> asked.callback()).doesNotHaveDuplicates();
    }

    @Test
    void asksEachGroup() {
        start(Reply.text("On which day?").orDrop().askingAnyone("day"));

        line.receive(Events.in("G").by(Events.BEN).says("2026-03-31"));
        line.receive(Events.in("H").says("2026-04-01"));

        assertThat(line.said()).endsWith("Ben comes on 2026-03-31", "Ana comes on 2026-04-01");
    }

    @Test
    void aQuestionThatNoBotKnowsIsNotOpened() {
        start(Reply.text("At what time?").orDrop().askingAnyone("time"));

        line.receive(Events.in("G").says("9:30"));

        assertThat(line.said()).last().isEqualTo("other");
        assertThat(line.causes()).isEmpty();
    }

    @Test
    void isTheSameWhenItIsStartedAgain() {
        start(OFFER);

        line.broadcasts().start(Broadcast.toGroups("spring", OFFER, List.of("G", "H")));
        line.settle();

        assertThat(line.said()).hasSize(4);
        Notice other = OFFER.tagged("offer", new Offer("bread", 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.broadcasts().start(Broadcast.toGroups("spring", other, List.of("G", "H"))))
                .withMessageContaining("with another notice");
    }
}
