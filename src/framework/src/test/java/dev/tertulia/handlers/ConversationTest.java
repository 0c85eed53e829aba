package dev.tertulia.handlers;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Account;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Conversation;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAccountUpdate;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Origin;

import static org.assertj.core.api.Assertions.assertThat;

/** Events happen in groups, in chats with a person, or in the account; nothing is sent but to groups. */
class ConversationTest {

    private static final Events IN_GROUP = Events.in("G");
    private static final Events OF_PERSON = Events.in(Origin.person("16505551234"));
    private static final Events OF_ACCOUNT = Events.in(Origin.account(Events.NUMBER));
    private static final List<Object> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Bot
    static final class AskingBot {

        @OnStatus
        void where(Conversation conversation) {
            SEEN.add(switch (conversation) {
                case Group group -> "group " + group.id();
                case Person person -> "person " + person.id();
                case Account account -> "account " + account.id();
            });
        }
    }

    @Test
    void aHandlerMayAskWhereAnEventHappened() {
        TestLine line = Bots.line(AskingBot.class);

        line.receive(IN_GROUP.status(State.SENT, "1", null), OF_PERSON.status(State.SENT, "2", null),
                OF_ACCOUNT.status(State.SENT, "3", null));

        assertThat(SEEN).containsExactlyInAnyOrder("group G", "person 16505551234", "account " + Events.NUMBER);
    }

    @Bot
    static final class GroupBot {

        @OnStatus
        Notice told(Group group) {
            return Reply.text("in " + group.id()).orDrop();
        }
    }

    @Test
    void whoTakesAGroupIsCalledInGroupsAlone() {
        TestLine line = Bots.line(GroupBot.class);

        line.receive(IN_GROUP.says("hi"), IN_GROUP.status(State.SENT, "1", null),
                OF_PERSON.status(State.SENT, "2", null));

        assertThat(line.said()).containsExactly("in G");
        assertThat(line.causes()).isEmpty();
    }

    @Bot
    static final class SpeakingBot {

        @OnStatus
        Notice told() {
            return Reply.text("told").orDrop();
        }
    }

    @Test
    void nothingIsSentToAnAccount() {
        TestLine line = Bots.line(SpeakingBot.class);

        line.receive(OF_ACCOUNT.status(State.SENT, "1", null));

        assertThat(line.said()).isEmpty();
        assertThat(line.inbox().deadLetters()).singleElement().asString().contains("SpeakingBot.told()",
                "happened in no group, but in account:" + Events.NUMBER);
    }

    @Bot
    static final class AccountBot {

        @OnAccountUpdate
        void told(Group group) {}
    }

    @Bot
    static final class SpeakingAccountBot {

        @OnAccountUpdate
        Notice told() {
            return Reply.text("told").orDrop();
        }
    }

    @Test
    void whatNeverHappensInAGroupIsRefused() {
        Bots.refuses(AccountBot.class,
                "AccountBot.told(Group): parameter 'group' is a Group, but AccountUpdated concerns"
                        + " the account and happens in no group; take Groups or Broadcasts");
        Bots.refuses(SpeakingAccountBot.class,
                "SpeakingAccountBot.told() returns Notice, but AccountUpdated concerns the"
                        + " account and happens in no group; return void and send through Groups or Broadcasts, for example"
                        + " groups.group(id).send(…)");
    }
}
