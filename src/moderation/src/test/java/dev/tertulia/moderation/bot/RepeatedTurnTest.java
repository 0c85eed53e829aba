package dev.tertulia.moderation.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.OnOperationEnded;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.Called;
import dev.tertulia.testkit.TestClock;
import dev.tertulia.testkit.TestGroup;

/** What a turn has told staff before it failed is told by its repetition. */
@ExtendWith(RepeatedTurnTest.Rules.class)
@BotTest(value = {ModerationBot.class, StaffBot.class,
        RepeatedTurnTest.FragileBot.class}, properties = "tertulia.moderation=target/repeated.yml")
class RepeatedTurnTest {

    /** Fails once at each end of an operation, after moderation has recorded it. */
    @Bot
    static final class FragileBot {

        @OnOperationEnded
        void ended(OperationEnded ended, Turn turn) {
            if (turn.attempt() == 1) {
                throw new IllegalStateException("the first attempt fails");
            }
        }
    }

    /** Writes the rules, before the bots are created. */
    static final class Rules implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) throws IOException {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "repeated.yml"), """
                    staff: { alerts: { label: mods } }
                    policies:
                      - name: community
                        groups: { all: true }
                        rules:
                          - name: words
                            mode: enforce
                            irreversible: true
                            when: { words: [casino] }
                            then: [ { remove: true } ]
                    """);
        }
    }

    @Test
    void staffAreToldOfARemovalOnce(TestGroup group, @Called("Mods") TestGroup mods, Groups groups, TestClock clock) {
        groups.group(mods.id()).label("mods");
        mods.member("Mia").says("hello");

        group.member("Ana").says("casino");
        clock.advance(Duration.ofMinutes(1));

        mods.heard("Case 100: Ana is removed.");
        mods.heardNothing();
    }
}
