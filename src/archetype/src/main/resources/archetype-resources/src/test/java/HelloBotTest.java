package ${package};

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;
import org.junit.jupiter.api.Test;

@BotTest(HelloBot.class)
class HelloBotTest {

    @Test
    void saysHelloByName(TestGroup group) {
        group.member("Ana").says("/hello");

        group.heard("Hello, Ana!");
    }
}
