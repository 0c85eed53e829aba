package dev.tertulia.handlers;

import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnGroupDeleted;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Events;
import dev.tertulia.message.InvalidState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Bot
    static final class FarewellBot {

        @OnGroupDeleted
        Notice farewell(Group group) {
            group.label("former");
            if (group.labels().contains("dear")) {
                throw new IllegalStateException("no words");
            }
            return Reply.text("bore " + new TreeSet<>(group.labels())).orTemplate("farewell");
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
    void isGoneWithItsGroup() {
        TestLine farewells = Bots.line(LabelBot.class, FarewellBot.class);
        farewells.receive(IN_GROUP.says("/label vip"), Events.in("H").says("/label vip"));

        farewells.receive(IN_GROUP.deleted());

        assertThat(farewells.said()).last().isEqualTo("bore [former, vip]");
        assertThat(farewells.group("G").labels()).isEmpty();
        assertThat(farewells.group("H").labels()).containsExactly("vip");
    }

    @Test
    void isGoneWithItsGroupThoughAHandlerFails() {
        TestLine farewells = Bots.line(LabelBot.class, FarewellBot.class);
        farewells.receive(IN_GROUP.says("/label dear"));

        farewells.receive(IN_GROUP.deleted());

        assertThat(farewells.inbox().deadLetters()).hasSize(1);
        assertThat(farewells.group("G").labels()).isEmpty();
    }

    @Test
    void isPutOnOutsideOfAnyTurn() {
        line.group("G").label("vip");
        line.group("H").label("vip");
        line.group("H").unlabel("vip");

        assertThat(line.group("G").labels()).containsExactly("vip");
        assertThat(line.group("H").labels()).isEmpty();
    }

    @Test
    void isRefusedBeyondTheMostOfAGroup() {
        IntStream.range(0, 100).forEach(n -> line.group("G").label("label" + n));

        line.receive(IN_GROUP.says("/label label7"), IN_GROUP.says("/label more"));

        assertThat(line.inbox().deadLetters()).singleElement().asString().contains("InvalidState: group G bears 100"
                + " labels, which is the most; take those off that are no longer needed with group.unlabel(…)");
        assertThatThrownBy(() -> line.group("G").label("more")).isInstanceOf(InvalidState.class);
        assertThat(line.group("G").labels()).hasSize(100).doesNotContain("more");
    }
}
