package dev.tertulia.moderation.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Groups;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;

/** A label that no group has is told once for each version of the rules. */
@ExtendWith(LabelWarningTest.NoRulesYet.class)
@BotTest(value = ModerationBot.class, properties = {"tertulia.moderation=target/labels.yml",
        "tertulia.moderation-reload=0s"})
class LabelWarningTest {

    private static final Path FILE = Path.of("target", "labels.yml");

    private final Logger logger = (Logger) LoggerFactory.getLogger(NumberRules.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Writes a file without rules, before the bot is created. */
    static final class NoRulesYet implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) {
            write("policies: []");
        }
    }

    private static void write(String rules) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
        write("policies: []");
    }

    private List<String> warnings() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage)
                .map(message -> message.replaceFirst("[0-9a-f]{10}", "VERSION")).toList();
    }

    @Test
    void namesTheNearestLabelOnceForAVersion(TestGroup group, Groups groups) {
        groups.group(group.id()).label("community");
        write("policies: [ { name: p, groups: { label: comunity }, rules: [] } ]");

        group.member("Ana").says("hello");
        group.member("Ana").says("hello again");

        assertThat(warnings()).containsExactly("version VERSION of the rules: line 1, column 41: no group has the"
                + " label 'comunity'; the nearest one that a group has is 'community'");
    }

    @Test
    void saysNothingOfLabelsThatGroupsHave(TestGroup group, Groups groups) {
        groups.group(group.id()).label("community");
        write("policies: [ { name: p, groups: { label: community }, rules: [] } ]");

        group.member("Ana").says("hello");

        assertThat(warnings()).isEmpty();
    }
}
