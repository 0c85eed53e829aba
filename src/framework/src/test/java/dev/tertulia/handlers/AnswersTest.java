package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.Effects;

import static org.assertj.core.api.Assertions.assertThat;

/** What a handler returns is what the group hears. */
class AnswersTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class TalkativeBot {

        @OnCommand("reply")
        Reply reply(GroupMessage message) {
            return Reply.text("a reply").quoting(message);
        }

        @OnCommand("words")
        String words() {
            return "words";
        }

        @OnCommand("list")
        List<Reply> list() {
            return List.of(Reply.text("one"), Reply.text("two").orDrop());
        }

        @OnCommand("stream")
        Stream<String> stream() {
            return Stream.of("three", "four");
        }

        @OnCommand("none")
        @Nullable
        Reply none() {
            return null;
        }

        @OnCommand("nothing")
        void nothing() {}

        @OnJoin
        Notice welcome() {
            return Reply.text("welcome").orTemplate("welcome", "Ana", 7);
        }
    }

    private final TestLine line = Bots.line(TalkativeBot.class);

    @Test
    void aReplyMayQuote() {
        GroupMessage message = IN_GROUP.says("/reply");

        line.receive(message);

        assertThat(line.said()).containsExactly("a reply");
        assertThat(((Message.FreeForm) line.graph().asked().getFirst().action()).quotes()).isEqualTo(message.id());
    }

    @Test
    void wordsAreAReply() {
        line.receive(IN_GROUP.says("/words"));

        assertThat(line.said()).containsExactly("words");
    }

    @Test
    void severalAnswersLeaveInTheirOrder() {
        line.receive(IN_GROUP.says("/list"), IN_GROUP.says("/stream"));

        assertThat(line.said()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void nothingIsAnAnswerToo() {
        line.receive(IN_GROUP.says("/none"), IN_GROUP.says("/nothing"));

        assertThat(line.said()).isEmpty();
        assertThat(line.inbox().deadLetters()).isEmpty();
    }

    @Test
    void aNoticeIsFreeFormWhileTheWindowIsOpen() {
        line.receive(IN_GROUP.says("hi"), IN_GROUP.joins());

        assertThat(line.said()).containsExactly("welcome");
    }

    @Test
    void aNoticeTakesItsTemplateWhileTheWindowIsShut() {
        line.receive(IN_GROUP.joins());

        Message.TemplateMessage template = (Message.TemplateMessage) line.graph().asked().getFirst().action();
        assertThat(template.template()).isEqualTo(Template.of("welcome", "Ana", 7));
    }

    @Test
    void aReplyToAMessageThatCameLateIsHeldUntilSomebodyWrites() {
        line.receive(IN_GROUP.at(Events.NOW.minus(Duration.ofHours(25))).says("/words"));
        assertThat(line.said()).isEmpty();

        line.receive(IN_GROUP.says("hi"));

        assertThat(line.said()).containsExactly("words");
    }

    @Test
    void groupsHearTheirOwnAnswers() {
        line.receive(Events.in("G").says("/words"), Events.in("H").says("/words"));

        assertThat(line.graph().asked()).extracting("group").containsExactlyInAnyOrder("G", "H");
    }

    @Test
    void answersToAMessageGoBeforeOtherNotices() {
        line.receive(IN_GROUP.says("/list"), IN_GROUP.joins());

        assertThat(line.inbox().effects()).flatMap(Effects::sends).extracting(Send::priority)
                .containsExactly(Priority.REPLY, Priority.REPLY, Priority.NOTICE);
    }
}
