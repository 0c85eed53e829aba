package dev.tertulia.bots;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.testkit.BotTest;
import dev.tertulia.testkit.TestGroup;

import static org.assertj.core.api.Assertions.assertThat;

@BotTest(value = FaqBot.class, properties = "tertulia.mentions=helper")
class FaqBotTest {

    @Test
    void answersTheQuestionThatIsMeant(TestGroup group) {
        String question = group.member("Ana").says("@helper where are all the commands?");
        group.heard("Write /help.").quoting(question);
    }

    @Test
    void saysWhatItKnowsWhereItKnowsNoAnswer(TestGroup group) {
        group.member("Ana").says("@helper tea?");
        group.heard("I do not know that. I know:\n• What can this bot do?\n• How do I change the answers?\n"
                + "• Where are the commands listed?");
    }

    @Test
    void keepsSilentUnlessItIsMentioned(TestGroup group) {
        group.member("Ana").says("where are all the commands?");
        group.heardNothing();
    }

    @Test
    void listsItsQuestions(TestGroup group) {
        group.member("Ana").says("/faq");
        group.heard("• What can this bot do?\n• How do I change the answers?\n• Where are the commands listed?");
    }

    @Test
    void readsListsAndLinksAsText() {
        List<FaqEntry> entries = FaqEntry.read("""
                Before the first heading.

                ## Opening *hours*

                - Monday to **Friday**
                - [Map](https://example.org/map)

                ## Nothing below
                """);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.question()).isEqualTo("Opening hours");
            assertThat(entry.answer()).contains("Monday to Friday", "https://example.org/map");
        });
    }
}
