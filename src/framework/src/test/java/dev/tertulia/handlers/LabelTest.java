package dev.tertulia.handlers;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;

/** A turn puts labels on its group and sees them at once; they are kept with its other effects or not at all. */
class LabelTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class LabelBot {

        @OnCommand("label {name}")
        String label(Group group, String name) {
            group.label(name);
            return "bears " + group.labels();
        }

        @OnCommand("unlabel {name}")
        String unlabel(Group group, String name) {
            group.unlabel(name);
            return "bears " + group.labels();
        }

        @OnCommand("drop {name}")
        void drop(Group group, String name) {
            group.label(name);
            throw new IllegalStateException("dropped it");
        }
    }

    private final TestLine line = Bots.line(LabelBot.class);

    @Test
    void isSeenInItsOwnTurnAndKept() {
        line.receive(IN_GROUP.says("/label vip"), IN_GROUP.says("/unlabel vip"), IN_GROUP.says("/label digest"));

        assertThat(line.said()).containsExactly("bears [vip]", "bears []", "bears [digest]");
        assertThat(line.group("G").labels()).containsExactly("digest");
    }

    @Test
    void isNotKeptWhereTheHandlerFails() {
        line.receive(IN_GROUP.says("/drop vip"));

        assertThat(line.group("G").labels()).isEmpty();
    }

    @Test
    void isPutOnOutsideOfAnyTurn() {
        line.group("G").label("vip");
        line.group("H").label("vip");
        line.group("H").unlabel("vip");

        assertThat(line.group("G").labels()).containsExactly("vip");
        assertThat(line.group("H").labels()).isEmpty();
    }
}
