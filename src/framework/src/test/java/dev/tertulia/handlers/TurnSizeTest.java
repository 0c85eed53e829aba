package dev.tertulia.handlers;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;

/** One turn cannot fill the outbox, which all groups share. */
class TurnSizeTest {

    private static final Events IN_GROUP = Events.in("G");

    @Bot
    static final class TalkingBot {

        @OnCommand("talk {times}")
        List<String> talk(int times) {
            return Collections.nCopies(times, "bla");
        }
    }

    private final TestLine line = Bots.line(TalkingBot.class);

    @Test
    void saysHundredsOfThings() {
        line.receive(IN_GROUP.says("/talk 900"));

        assertThat(line.said()).hasSize(900);
    }

    @Test
    void saysNothingWhereItWouldSayMore() {
        line.receive(IN_GROUP.says("/talk 1001"), IN_GROUP.says("/talk 1"));

        assertThat(line.said()).containsExactly("bla");
        assertThat(line.inbox().deadLetters()).singleElement().asString()
                .contains("InvalidState: a turn says and asks 1000 things at most; say the rest in a turn of its own,"
                        + " which group.startTimer(…) begins, or use Broadcasts");
    }
}
