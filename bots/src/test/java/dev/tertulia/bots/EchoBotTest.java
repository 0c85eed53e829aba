package dev.tertulia.bots;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

@BotTest(EchoBot.class)
class EchoBotTest {

    @Test
    void saysTheWordsAgain(TestGroup group) {
        group.member("Ana").says("/echo all good  things\ncome back");

        group.heard("all good  things\ncome back");
    }

    @Test
    void needsTwoMessagesForWhatIsTooLongForOne(TestGroup group) {
        group.member("Ana").says("/echo " + "😀".repeat(4097));

        group.heard("😀".repeat(4096));
        group.heard("😀");
    }

    @Test
    void explainsItselfWithoutWords(TestGroup group) {
        group.member("Ana").says("/echo");

        group.heard("Write it like this: /echo words …");
    }

    @Test
    void answersEveryMemberInOrder(TestGroup group) {
        group.member("Ana").says("/echo one");
        group.member("Ben").says("/echo two");

        group.heard("one");
        group.heard("two");
        group.heardNothing();
    }
}
