package dev.tertulia.moderation.bot;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Groups;
import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;

/** A label that no group has is told once for each version of the rules. */
@ExtendWith(RuleFileExtension.class)
@BotTest(value = ModerationBot.class, properties = {RuleFileExtension.FILE, RuleFileExtension.AT_ONCE})
class LabelWarningTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(NumberRules.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    private List<String> warnings() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage)
                .map(message -> message.replaceFirst("[0-9a-f]{10}", "VERSION")).toList();
    }

    @Test
    void namesTheNearestLabelOnceForAVersion(TestGroup group, Groups groups) {
        groups.group(group.id()).label("community");
        RuleFileExtension.write("policies: [ { name: p, groups: { label: comunity }, rules: [] } ]");

        group.member("Ana").says("hello");
        group.member("Ana").says("hello again");

        assertThat(warnings()).containsExactly("version VERSION of the rules: line 1, column 41: no group has the"
                + " label 'comunity'; the nearest one that a group has is 'community'");
    }

    @Test
    void saysNothingOfLabelsThatGroupsHave(TestGroup group, Groups groups) {
        groups.group(group.id()).label("community");
        RuleFileExtension.write("policies: [ { name: p, groups: { label: community }, rules: [] } ]");

        group.member("Ana").says("hello");

        assertThat(warnings()).isEmpty();
    }
}
