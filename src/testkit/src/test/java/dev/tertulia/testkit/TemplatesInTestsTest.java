package dev.tertulia.testkit;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Joined;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests use the templates that the project declares; messages that do not match them fail. */
@BotTest(TemplatesInTestsTest.GreetingBot.class)
class TemplatesInTestsTest {

    /** A bot that greets with a configurable template. */
    @Bot
    static final class GreetingBot {

        private Template template = Template.of("welcome", "Ana", 1);

        @OnJoin
        Notice greet(Joined event) {
            return Reply.text("free").orTemplate(template);
        }
    }

    private static void greet(GreetingBot bot, TestGroup group, Template template) {
        bot.template = template;
        group.join("Ana");
    }

    @Test
    void parametersAreComparedExactly(TestGroup group, GreetingBot bot) {
        greet(bot, group, Template.of("welcome", "Anabel", 12));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> group.heardTemplate("welcome", "Ana", "1"))
                .withMessageContaining("Anabel").withMessageContaining("Welcome, Anabel! You are number 12.");
    }

    @Test
    void allOfThemAreCompared(TestGroup group, GreetingBot bot) {
        greet(bot, group, Template.of("welcome", "Ana", 12));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> group.heardTemplate("welcome", "Ana"));
    }

    @Test
    void asTheyAre(TestGroup group, GreetingBot bot) {
        greet(bot, group, Template.of("welcome", "Ana", 12));

        group.heardTemplate("welcome", "Ana", "12").in("en");
    }

    @Test
    void byName(TestGroup group, GreetingBot bot) {
        greet(bot, group, Template.of("greeting").in("pt_BR").with("name", "Ana"));

        group.heardTemplate("greeting", "Ana").in("pt_BR");
    }

    @Test
    void withHeaderAndButtons(TestGroup group, GreetingBot bot) {
        greet(bot, group, Template.of("ticket").header("Ana").button(new Template.Button.Url(1, "t/12"))
                .button(new Template.Button.QuickReply(0, "thanks")));

        group.heardTemplate("ticket").withHeader("Ana").withButtons("t/12", "thanks");
    }

    @Test
    void anUnknownNameFailsAndTellsWhereToDeclareIt(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("wellcome", "Ana", 12));

        bots.failedToSend("template name (wellcome) does not exist in en; there are welcome in en,"
                + " greeting in pt_BR, ticket in en, map in en; declare it in"
                + " src/main/resources/whatsapp/templates.json, from where tests and demo take it");
    }

    @Test
    void anotherLanguageFails(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("welcome", "Ana", 12).in("de"));

        bots.failedToSend("template name (welcome) does not exist in de");
    }

    @Test
    void anotherNumberOfParametersFails(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("welcome", "Ana"));

        bots.failedToSend("body: number of localizable_params (1) does not match the expected number of params (2)");
    }

    @Test
    void aButtonThatIsNotThereFails(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("welcome", "Ana", 12).button(new Template.Button.Url(0, "x")));

        bots.failedToSend("buttons: Button at index 0 is not there, and not of type URL");
    }

    @Test
    void aButtonOfAnotherKindFails(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("ticket").header("Ana").button(new Template.Button.QuickReply(1, "x")));

        bots.failedToSend("buttons: Button at index 1 is of type URL, and not of type QUICK_REPLY");
    }

    @Test
    void aButtonThatIsNotFilledFails(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("ticket").header("Ana"));

        bots.failedToSend("buttons: Button at index 1 of type Url requires a parameter");
    }

    @Test
    void aFileThatIsMissingFails(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("map"));

        bots.failedToSend("header: expected IMAGE, and got none");
    }

    @Test
    void aFileThatNobodyWantsFails(TestGroup group, TestBots bots, GreetingBot bot) {
        greet(bot, group, Template.of("welcome", "Ana", 12).header(
                new Template.Header.Image(Attachment.at("https://example.com/map.jpg"))));

        bots.failedToSend("header: expected no file, and got IMAGE");
    }
}
