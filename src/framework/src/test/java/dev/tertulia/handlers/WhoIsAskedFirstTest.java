package dev.tertulia.handlers;

import io.micronaut.core.annotation.Order;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMedia;
import dev.tertulia.bot.OnMention;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Turn;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;

/** Command, then mention, then pattern, then files, then any; then {@code @Order}, then the name. */
class WhoIsAskedFirstTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class EverythingBot {

        @OnMessage
        String any() {
            return "any";
        }

        @OnMedia
        String media() {
            return "media";
        }

        @OnMessage("tea")
        String pattern() {
            return "pattern";
        }

        @OnMention
        String mention() {
            return "mention";
        }

        @OnCommand("make {what...}")
        String command(String what) {
            return "command " + what;
        }

        @OnCommand("make tea")
        String longerCommand() {
            return "longer command";
        }
    }

    private final TestLine line = Bots.line(EverythingBot.class);

    @Test
    void theLongerCommand() {
        line.receive(IN_GROUP.says("/make tea @tertulia"), IN_GROUP.says("/make tea"));

        assertThat(line.said()).containsExactly("Write it like this: /make tea", "longer command");
    }

    @Test
    void thenTheCommand() {
        line.receive(IN_GROUP.says("/make cake and tea for @tertulia"));

        assertThat(line.said()).containsExactly("command cake and tea for @tertulia");
    }

    @Test
    void thenTheMention() {
        line.receive(IN_GROUP.says("tea, @Tertulia?"), IN_GROUP.says("tea, @15550783881?"),
                IN_GROUP.shows(MediaKind.IMAGE, "@TERTULIA tea"));

        assertThat(line.said()).containsExactly("mention", "mention", "mention");
    }

    @Test
    void thenThePattern() {
        line.receive(IN_GROUP.says("a cup of tea"), IN_GROUP.shows(MediaKind.IMAGE, "tea"), IN_GROUP.taps("tea!"));

        assertThat(line.said()).containsExactly("pattern", "pattern", "pattern");
    }

    @Test
    void thenTheFile() {
        line.receive(IN_GROUP.shows(MediaKind.STICKER, "coffee"));

        assertThat(line.said()).containsExactly("media");
    }

    @Test
    void thenAny() {
        line.receive(IN_GROUP.says("coffee"), IN_GROUP.says("/unknown"), IN_GROUP.says("tertulia"));

        assertThat(line.said()).containsExactly("any", "any", "any");
    }

    @Test
    void theJournalSaysWho() {
        line.receive(IN_GROUP.says("/make tea"), IN_GROUP.joins());

        assertThat(line.journal(Step.HANDLED)).containsExactly("EverythingBot.longerCommand()");
        assertThat(line.journal(Step.UNHANDLED)).containsExactly("Joined");
    }

    @Bot
    static final class OrderedBot {

        @OnMessage
        @Order(1)
        String amy(Turn turn) {
            turn.pass();
            return "second";
        }

        @OnMessage
        @Order(-1)
        String zoe(Turn turn) {
            turn.pass();
            return "first";
        }

        @OnMessage
        @Order(2)
        String carl() {
            return "third";
        }

        @OnMessage
        @Order(3)
        String nobody() {
            return "never";
        }
    }

    @Test
    void whoPassesHandsOnInOrder() {
        TestLine ordered = Bots.line(OrderedBot.class);

        ordered.receive(IN_GROUP.says("hi"));

        assertThat(ordered.said()).containsExactly("first", "second", "third");
        assertThat(ordered.journal(Step.HANDLED))
                .containsExactly("OrderedBot.zoe(Turn), OrderedBot.amy(Turn), OrderedBot.carl()");
    }

    @Bot
    @Order(-5)
    static final class EarlyBot {

        @OnMessage
        String early(Turn turn) {
            turn.pass();
            return "early bot";
        }
    }

    @Test
    void aBotMayComeBeforeOthers() {
        TestLine two = Bots.line(OrderedBot.class, EarlyBot.class);

        two.receive(IN_GROUP.says("hi"));

        assertThat(two.said()).containsExactly("early bot", "first", "second", "third");
    }

    @Bot
    static final class PictureBot {

        @OnMedia({MediaKind.IMAGE, MediaKind.VIDEO})
        String picture() {
            return "nice";
        }
    }

    @Test
    void onlyTheKindsOfFilesThatWereNamed() {
        TestLine pictures = Bots.line(PictureBot.class);

        pictures.receive(IN_GROUP.shows(MediaKind.AUDIO, ""), IN_GROUP.shows(MediaKind.VIDEO, ""),
                IN_GROUP.says("image"));

        assertThat(pictures.said()).containsExactly("nice");
    }
}
