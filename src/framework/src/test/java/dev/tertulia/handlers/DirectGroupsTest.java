package dev.tertulia.handlers;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Events;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.TimerFired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is asked of a group outside of any turn happens at once. */
class DirectGroupsTest {

    private final TestLine line = Bots.line(ClockBot.class);
    private final Group group = line.group("G");

    @Bot
    static final class ClockBot {

        @OnTimer("tea")
        Notice tea(TimerFired timer) {
            return Reply.text("tea " + timer.payload()).orTemplate("tea");
        }

        @OnTimer("cake")
        Notice cake() {
            return Reply.text("cake").orTemplate("cake");
        }
    }

    @Test
    void isTheGroupOfThatId() {
        assertThat(group.id()).isEqualTo("G");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123#x", "123/..", "..", "", " ", "a?b", "a%b", "person:1"})
    void refusesWhatCannotBeAGroup(String id) {
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> line.group(id))
                .withMessage("'" + id + "' is no id of a group; give one as it came in an event or an answer of"
                        + " WhatsApp's");
    }

    @Test
    void sendsNotices() {
        line.receive(Events.in("G").says("hi"));

        group.send(Reply.text("hello").orDrop());
        line.settle();

        assertThat(line.said()).containsExactly("hello");
    }

    @Test
    void actsOnTheGroup() {
        group.rename("Friends of tea");
        group.remove(Events.BEN);
        line.settle();

        assertThat(line.said()).containsExactly("ChangeSettings[subject=Friends of tea, description=null]",
                "RemoveMembers[members=[US.2]]");
    }

    @Test
    void startsTimers() {
        group.startTimer("tea", Duration.ofMinutes(3), "green");

        line.advance(Duration.ofMinutes(3).minusSeconds(1));
        assertThat(line.said()).isEmpty();

        line.advance(Duration.ofSeconds(1));
        assertThat(line.said()).containsExactly("template tea");
    }

    @Test
    void cancelsTimersOfThatNameInThatGroup() {
        group.startTimer("tea", Duration.ofMinutes(3));
        group.startTimer("tea", Duration.ofMinutes(5));
        group.startTimer("cake", Duration.ofMinutes(3));
        line.group("H").startTimer("tea", Duration.ofMinutes(3));

        group.cancelTimers("tea");
        line.advance(Duration.ofHours(1));

        assertThat(line.graph().asked()).extracting(asked -> asked.group() + " " + asked.what())
                .containsExactlyInAnyOrder("G template cake", "H template tea");
    }
}
