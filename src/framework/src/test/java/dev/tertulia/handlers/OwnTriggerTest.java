package dev.tertulia.handlers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Handler;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.TriggerType;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** A trigger of an author's own gives words to the parameters of its handlers. */
class OwnTriggerTest {

    private static final Events ANA = Events.in("G");

    /** Takes sums such as {@code tea=3}. */
    @Handler(GroupMessage.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface OnSum {}

    @Singleton
    static final class Sums implements TriggerType<OnSum> {

        @Override
        public Class<OnSum> annotation() {
            return OnSum.class;
        }

        @Override
        public Optional<Map<String, String>> match(OnSum annotation, Event event) {
            String[] sides = ((GroupMessage) event).text().split("=", 2);
            if (sides.length < 2) {
                return Optional.empty();
            }
            Map<String, String> words = new HashMap<>(Map.of("what", sides[0]));
            if (!sides[1].isEmpty()) {
                words.put("amount", sides[1]);
            }
            return Optional.of(words);
        }
    }

    @Bot
    static final class SumBot {

        @OnSum
        String sum(Group group, String what, @Nullable Integer amount) {
            return group.id() + ": " + what + " " + amount;
        }
    }

    @Bot
    static final class HardSumBot {

        @OnSum
        String sum(String what, int amount) {
            return what + " " + amount;
        }
    }

    @Bot
    static final class DiceBot {

        @OnMessage("^roll (?<count>\\d+)?")
        String roll(int count) {
            return "rolled " + count;
        }
    }

    @Test
    void itsWordsAreConverted() {
        TestLine line = Bots.line(SumBot.class);

        line.receive(ANA.says("tea=3"), ANA.says("cake="), ANA.says("hello"), ANA.says("tea=many"));

        assertThat(line.said()).containsExactly("G: tea 3", "G: cake null",
                "'many' is not a valid amount; it must be a number.");
    }

    @Test
    void aWordThatIsMissingIsNamed() {
        TestLine line = Bots.line(HardSumBot.class, DiceBot.class);

        line.receive(ANA.says("tea="), ANA.says("roll "), ANA.says("roll 3"));

        assertThat(line.said()).containsExactly("rolled 3");
        assertThat(line.inbox().deadLetters()).containsExactly(
                "HardSumBot.sum(String, int) failed, and trying again cannot help:"
                        + " dev.tertulia.message.InvalidState: HardSumBot.sum(String, int): parameter 'amount' is a int,"
                        + " and the event has no word for it; write @Nullable Integer amount",
                "DiceBot.roll(int) failed, and trying again cannot help:"
                        + " dev.tertulia.message.InvalidState: DiceBot.roll(int): parameter 'count' is a int,"
                        + " and the event has no word for it; write @Nullable Integer count");
    }
}
