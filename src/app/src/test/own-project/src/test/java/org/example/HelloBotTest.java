package org.example;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

@BotTest(HelloBot.class)
class HelloBotTest {

    @Test
    void saysHelloByName(TestGroup group) {
        group.member("Ana").says("/hello");

        group.heard("Hello, Ana!");
    }
}
