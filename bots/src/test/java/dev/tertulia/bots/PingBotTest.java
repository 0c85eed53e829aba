package dev.tertulia.bots;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

@BotTest(PingBot.class)
class PingBotTest {

    @Test
    void answersAPingAndQuotesIt(TestGroup group) {
        String ping = group.member("Ana").says("/ping");

        group.heard("pong").quoting(ping);
    }

    @Test
    void answersWhateverTheCase(TestGroup group) {
        group.member("Ana").says("  /PING ");

        group.heard("pong");
    }

    @Test
    void saysNothingToOtherWords(TestGroup group) {
        group.member("Ana").says("ping me later");

        group.heardNothing();
    }

    @Test
    void explainsItselfWhenThereAreTooManyWords(TestGroup group) {
        group.member("Ana").says("/ping pong");

        group.heard("Write it like this: /ping");
    }
}
