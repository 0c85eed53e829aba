package dev.tertulia.handlers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** One turn acts in several chats, once, however often it is tried. */
class OtherChatsTest {

    private static final Events HERE = Events.in("G");
    private static final List<String> KEYS = new ArrayList<>();

    @Bot
    static final class OrderBot {

        @OnCommand("order {words...}")
        String order(Turn turn, Member member, String words) {
            KEYS.add(turn.key() + " " + turn.attempt());
            turn.group("KITCHEN").send(Reply.text(words).orTemplate("order", words));
            turn.group("KITCHEN").label("busy");
            turn.person(member).send(Reply.text("ordered").orTemplate("receipt", words));
            if (turn.attempt() < 3) {
                throw new IllegalStateException("out of paper");
            }
            return "thanks";
        }

        @OnMessage
        void other() {}
    }

    @BeforeEach
    void forget() {
        KEYS.clear();
    }

    private final TestLine line = Bots.line(OrderBot.class);

    @Test
    void everythingLeavesOnceAlthoughTheTurnIsRepeated() {
        line.receive(Events.in("KITCHEN").says("open"), HERE.says("/order soup"));

        line.advance(Duration.ofMinutes(1));

        assertThat(line.said()).containsExactlyInAnyOrder("soup", "template receipt", "thanks");
        assertThat(line.graph().asked()).extracting(asked -> asked.group())
                .containsExactlyInAnyOrder("KITCHEN", "person:US.1", "G");
        assertThat(line.group("KITCHEN").labels()).containsExactly("busy");
    }

    @Test
    void repetitionsAreKnownByTheirKey() {
        line.receive(HERE.says("/order soup"));
        line.advance(Duration.ofMinutes(1));

        assertThat(KEYS).hasSize(3);
        assertThat(KEYS.stream().map(key -> key.split(" ")[0]).distinct()).hasSize(1);
        assertThat(KEYS.stream().map(key -> key.split(" ")[1])).containsExactly("1", "2", "3");
    }

    @Test
    void eachChatHasAWindowOfItsOwn() {
        line.receive(HERE.says("/order soup"));
        line.advance(Duration.ofMinutes(1));

        assertThat(line.said()).containsExactlyInAnyOrder("template order", "template receipt", "thanks");
    }
}
