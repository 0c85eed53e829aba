package dev.tertulia.testkit;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The same bots serve several numbers of a business, which share nothing. */
@BotTest(value = NumbersInTestsTest.NumberBot.class, numbers = {"1001", "1002"})
class NumbersInTestsTest {

    record Tally(int count) {}

    @Bot
    static final class NumberBot {

        @OnCommand("sum")
        String count(Turn turn, State<Tally> tally) {
            tally.update(before -> new Tally(before.count() + 1));
            return turn.event().origin().number() + ": " + tally.get().count();
        }

        @OnPrivateMessage
        String hello(Turn turn) {
            return "you wrote to " + turn.event().origin().number();
        }
    }

    @Test
    void servesAGroupOfEach(TestGroup first, @Of("1002") TestGroup second, @Of("1002") TestGroup third) {
        first.member("Ana").says("/sum");
        second.member("Ana").says("/sum");
        second.member("Ben").says("/sum");

        first.heard("1001: 1");
        second.heard("1002: 1");
        second.heard("1002: 2");
        third.heardNothing();
        assertThat(second.kept(NumberBot.class, Tally.class)).contains(new Tally(2));
        assertThat(third.id()).isNotEqualTo(second.id());
    }

    @Test
    void personWritesToEach(TestGroup group) {
        TestMember ana = group.member("Ana");

        ana.privately().writes("hello");
        ana.privately().heard("you wrote to 1001");
        ana.privately("1002").writes("hello");
        ana.privately("1002").heard("you wrote to 1002");
        ana.privately().heardNothing();
    }

    @Test
    void actsFromOutsideOnEach(Groups groups, @Of("1002") TestGroup group) throws InterruptedException {
        groups.of("1002").group(group.id()).rename("Second");
        Operation asked = groups.of("1001").create(NewGroup.called("First"));

        assertThat(groups.of("1001").await(asked.id(), Duration.ofSeconds(1)).state())
                .isEqualTo(Operation.State.DONE);
        group.isCalled("Second");
        assertThatIllegalStateException().isThrownBy(() -> groups.create(NewGroup.called("Which?")))
                .withMessageContaining("1001, 1002");
        assertThatIllegalArgumentException().isThrownBy(() -> groups.of("1003")).withMessageContaining("1003");
    }
}
