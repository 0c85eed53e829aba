package dev.tertulia.testkit;

import java.util.List;

import dev.tertulia.emulator.ChatMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** One message of the bot. */
public final class Heard {

    private final ChatMessage message;

    Heard(ChatMessage message) {
        this.message = message;
    }

    /** Asserts that the message quotes another one. */
    public Heard quoting(String messageId) {
        assertThat(message.quotedId()).as("the message that is quoted").isEqualTo(messageId);
        return this;
    }

    /** Asserts that the message is a template in this language. */
    public Heard in(String language) {
        assertThat(filled().language()).as("the template's language").isEqualTo(language);
        return this;
    }

    /** Asserts that the message is a template with exactly these header texts. */
    public Heard withHeader(String... texts) {
        assertThat(filled().header()).as("the texts of the template's header").containsExactly(texts);
        return this;
    }

    /** Asserts that the message is a template with exactly these button parameters: URL suffixes or payloads. */
    public Heard withButtons(String... contents) {
        assertThat(filled().buttons()).as("the parameters of the template's buttons").containsExactly(contents);
        return this;
    }

    /** Asserts that the message offers exactly these choices: titles of buttons, or of rows of a list. */
    public Heard withChoices(String... titles) {
        ChatMessage.Choices choices = message.extra().choices();
        List<String> offered = choices == null
                ? List.of()
                : choices.all().stream().map(ChatMessage.Choice::title).toList();
        assertThat(offered).as("the choices that are offered").containsExactly(titles);
        return this;
    }

    ChatMessage.Filled filled() {
        ChatMessage.Filled filled = message.extra().filled();
        if (filled == null) {
            throw new AssertionError("this is not a template: " + message.text());
        }
        return filled;
    }

    /** WhatsApp's id of the message. */
    public String id() {
        return message.id();
    }
}
