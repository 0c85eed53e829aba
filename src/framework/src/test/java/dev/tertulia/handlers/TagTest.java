package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnQuote;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.OnSendFailed;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Quote;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.SendFailed;

import static org.assertj.core.api.Assertions.assertThat;

/** A bot finds its own messages again by their tags: in quotes, reactions, statuses, failures and for pinning. */
class TagTest {

    private static final Events IN_GROUP = Events.in("G");

    record Plan(String title, int places) {}

    @Bot
    static final class PlanBot {

        @OnCommand("plan {title...}")
        Reply plan(String title) {
            return Reply.text("Plan: " + title).tagged("plan", new Plan(title, 4)).pinned(Duration.ofDays(7));
        }

        @OnCommand("note {words...}")
        Reply note(String words) {
            return Reply.text(words).tagged("note", words);
        }

        @OnCommand("plain {words...}")
        Reply plain(String words) {
            return Reply.text(words).tagged("plain");
        }

        @OnCommand("pin")
        void pin(Group group) {
            group.pin("note", Duration.ofDays(3));
        }

        @OnQuote("plan")
        String quoted(Plan plan) {
            return "quoted " + plan;
        }

        @OnQuote("note")
        String quotedNote(String note) {
            return "note " + note;
        }

        @OnQuote("plain")
        String quotedPlain(@Nullable Plan plan) {
            return "plain " + plan;
        }

        @OnReaction(to = "plan")
        Notice vote(Reaction reaction, Plan plan) {
            return Reply.text(reaction.emoji() + " to " + plan.title()).orDrop();
        }

        @OnReaction
        Notice other(Reaction reaction) {
            return Reply.text("other " + reaction.emoji()).orDrop();
        }

        @OnStatus(of = "plan")
        Notice read(MessageStatus status, Plan plan) {
            return Reply.text(plan.title() + " is " + status.state()).orDrop();
        }

        @OnSendFailed(of = "plan")
        Notice failed(SendFailed failure, Plan plan) {
            return Reply.text(plan.title() + " failed with " + failure.code()).orDrop();
        }
    }

    /** Another bot with a tag of the same name. */
    @Bot
    static final class OtherBot {

        @OnCommand("other {title...}")
        Reply plan(String title) {
            return Reply.text("Other: " + title).tagged("plan");
        }

        @OnQuote("plan")
        String quoted() {
            return "quoted the other";
        }
    }

    private final TestLine line = Bots.line(PlanBot.class, OtherBot.class);

    private static Quote quote(String messageId) {
        return new Quote(messageId, Events.DIALLED);
    }

    @Test
    void findsWhatIsQuotedWithItsPayload() {
        line.receive(IN_GROUP.says("/plan picnic"));

        line.receive(IN_GROUP.answers("count me in", quote("wamid.out1")));

        assertThat(line.said()).last().isEqualTo("quoted Plan[title=picnic, places=4]");
    }

    @Test
    void payloadsMayBeText() {
        line.receive(IN_GROUP.says("/note tea"));

        line.receive(IN_GROUP.answers("yes", quote("wamid.out1")));

        assertThat(line.said()).containsExactly("tea", "note tea");
    }

    @Test
    void payloadsMayBeMissing() {
        line.receive(IN_GROUP.says("/plain tea"));

        line.receive(IN_GROUP.answers("yes", quote("wamid.out1")));

        assertThat(line.said()).containsExactly("tea", "plain null");
    }

    @Test
    void belongToTheBotThatGaveThem() {
        line.receive(IN_GROUP.says("/other party"));

        line.receive(IN_GROUP.answers("yes", quote("wamid.out1")));

        assertThat(line.said()).containsExactly("Other: party", "quoted the other");
    }

    @Test
    void otherQuotesAreNoneOfTheirs() {
        line.receive(IN_GROUP.says("/plan picnic"), IN_GROUP.answers("what?", quote("wamid.somebody")));

        assertThat(line.said()).hasSize(2).first().isEqualTo("Plan: picnic");
    }

    @Test
    void findReactions() {
        line.receive(IN_GROUP.says("/plan picnic"));

        line.receive(IN_GROUP.reacts("wamid.out1", "👍"), IN_GROUP.reacts("wamid.somebody", "🎉"));

        assertThat(line.said()).endsWith("👍 to picnic", "other 🎉");
    }

    @Test
    void findStatuses() {
        line.receive(IN_GROUP.says("/plan picnic"));
        String callback = line.graph().asked().getFirst().callback();

        line.receive(IN_GROUP.status(MessageStatus.State.READ, "wamid.out1", callback));

        assertThat(line.said()).last().isEqualTo("picnic is READ");
    }

    @Test
    void tellOfFailures() {
        line.graph().thenRefuses(400, 131026);

        line.receive(IN_GROUP.says("/plan picnic"));

        assertThat(line.said()).containsExactly("Plan: picnic", "picnic failed with 131026");
    }

    @Test
    void pinOnceTheMessageWasSent() {
        line.receive(IN_GROUP.says("/plan picnic"));

        assertThat(line.graph().asked()).hasSize(2).last()
                .satisfies(pin -> assertThat(pin.action()).isEqualTo(new Message.Pin("wamid.out1", 7)));
    }

    @Test
    void pinOnceAnUnknownOutcomeIsKnown() {
        line.graph().thenSaysNothing();
        line.receive(IN_GROUP.says("/plan picnic"));
        String callback = line.graph().asked().getFirst().callback();

        line.receive(IN_GROUP.status(MessageStatus.State.SENT, "wamid.late", callback));

        assertThat(line.graph().asked()).anyMatch(pin -> pin.action().equals(new Message.Pin("wamid.late", 7)));
    }

    @Test
    void pinTheLatestOfATag() {
        line.receive(IN_GROUP.says("/pin"), IN_GROUP.says("/note one"), IN_GROUP.says("/note two"));

        line.receive(IN_GROUP.says("/pin"));

        assertThat(line.graph().asked()).last()
                .satisfies(pin -> assertThat(pin.action()).isEqualTo(new Message.Pin("wamid.out2", 3)));
        assertThat(line.graph().asked()).hasSize(3);
    }

    @Test
    void areForgottenAfterThirtyDays() {
        line.receive(IN_GROUP.says("/plan picnic"));

        line.advance(Duration.ofDays(30));
        line.receive(IN_GROUP.at(line.clock().instant()).answers("yes", quote("wamid.out1")));

        assertThat(line.said()).first().isEqualTo("Plan: picnic");
        assertThat(line.said()).noneMatch(words -> words.startsWith("quoted"));
    }

    @Test
    void surviveARestart() {
        line.receive(IN_GROUP.says("/plan picnic"));

        TestLine restarted = line.restarted();
        restarted.receive(IN_GROUP.answers("yes", quote("wamid.out1")));

        assertThat(restarted.said()).isEqualTo(List.of("quoted Plan[title=picnic, places=4]"));
    }
}
