package dev.tertulia.testkit;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnCommand;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages of a group can be asserted after its deletion. */
@BotTest(DeletedGroupTest.LastBot.class)
class DeletedGroupTest {

    @Bot
    static final class LastBot {

        @OnCommand("last")
        String last() {
            return "Goodbye";
        }

        @OnCommand("delete")
        void delete(Group group) {
            group.delete();
        }
    }

    @Test
    void isReadAfterwards(TestGroup group) {
        TestMember ana = group.member("Ana");
        ana.says("/last");
        assertThat(group.exists()).isTrue();
        ana.says("/delete");

        group.heard("Goodbye");
        group.heardNothing();
        assertThat(group.exists()).isFalse();
        assertThat(group.windowOpen()).isFalse();
        assertThat(group.subject()).isEqualTo("Test group");
        assertThat(group.memberNames()).containsExactly("Ana");
        assertThat(group.allHeard()).containsExactly("Goodbye");
    }
}
