package dev.tertulia.handlers;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnMedia;
import dev.tertulia.bot.OnMention;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Joined;

import static org.assertj.core.api.Assertions.assertThat;

/** Handlers that compete for events: refused, warned of, or asked one after the other. */
class HandlersInOrderTest {

    @Bot
    static final class First {

        @OnCommand("tea")
        void tea() {}

        @OnMessage
        void all() {}

        @OnJoin
        void joined() {}

        @OnMedia
        void files() {}
    }

    @Bot
    static final class Second {

        @OnCommand("Tea")
        void alsoTea() {}
    }

    @Test
    void oneCommandOfTwoBots() {
        assertThat(WrittenWrongTest.mistakes(First.class, Second.class)).containsExactly(
                "two handlers for the command /tea: First.tea() and Second.alsoTea(); rename one of the commands");
    }

    @Bot
    static final class Third {

        @OnMessage
        void all() {}

        @OnMessage
        void allToo() {}

        @OnJoin
        void joined() {}

        @OnJoin
        void joinedToo(Joined joined) {}

        @OnMedia
        void files() {}

        @OnMedia(MediaKind.IMAGE)
        void pictures() {}
    }

    @Test
    void whoIsNeverAsked() {
        String because = " is asked before it and takes the same events; join the two, narrow the first, give @Order, or"
                + " let the first take a Turn and call Turn.pass()";
        assertThat(Bots.found(First.class, Third.class).warnings()).containsExactlyInAnyOrder(
                "Third.allToo() @OnMessage is never asked: Third.all()" + because,
                "Third.joinedToo(Joined) @OnJoin is never asked: Third.joined()" + because,
                "Third.pictures() @OnMedia is never asked: Third.files()" + because);
    }

    @Bot
    static final class Passing {

        @OnMessage
        void all(Turn turn) {
            turn.pass();
        }

        @OnMessage("tea")
        void tea() {}

        @OnMessage("coffee")
        void coffee() {}

        @OnMention
        void named() {}

        @OnMedia(MediaKind.IMAGE)
        void pictures() {}

        @OnMedia(MediaKind.VIDEO)
        void films() {}

        @OnReaction
        void reacted() {}

        @OnTimer("tea")
        void timer() {}

        @OnTimer("coffee")
        void otherTimer() {}
    }

    @Bot
    static final class ZeroHour {

        @OnMessage
        void last() {}
    }

    @Test
    void whoIsAskedIsNotWarnedAbout() {
        assertThat(Bots.found(Passing.class, ZeroHour.class).warnings()).isEmpty();
    }
}
