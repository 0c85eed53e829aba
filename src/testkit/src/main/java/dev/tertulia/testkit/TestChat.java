package dev.tertulia.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.tertulia.emulator.FakeChat;
import dev.tertulia.message.Origin;

/**
 * The one-to-one chat of a person with the business, with the messages that the person received from the bot. Each
 * message is asserted once, in order. A failed assertion shows the whole conversation.
 */
public final class TestChat {

    private final TestBench bench;
    private final NumberBench number;
    private final TestMember person;
    private final FakeChat chat;
    private final Listener listener;

    TestChat(TestBench bench, NumberBench number, TestMember person) {
        this.bench = bench;
        this.number = number;
        this.person = person;
        this.chat = person.privateChat(number.number());
        this.listener = new Listener(bench, "chat", chat::transcript, () -> Map.of(person.id(), person.name()));
    }

    /**
     * Sends a text to the business. When this method returns, the bot has answered. Returns WhatsApp's id of the
     * message.
     */
    public String writes(String text) {
        return then(() -> chat.say(text));
    }

    /** Sends a text that quotes a message of the chat. */
    public String replies(Heard quoted, String text) {
        return then(() -> chat.reply(quoted.id(), text));
    }

    /** Reacts to a message with an emoji; an empty one removes the reaction. */
    public void reacts(Heard message, String emoji) {
        then(() -> chat.react(message.id(), emoji));
    }

    /**
     * Taps a button or a row of a list.
     *
     * @param title the title of the button or row
     */
    public String taps(Heard message, String title) {
        return then(() -> chat.tap(message.id(), title));
    }

    private String then(Supplier<String> said) {
        String id = said.get();
        bench.settle();
        return id;
    }

    /** Asserts that the bot's next message is this free-form text. */
    public Heard heard(String text) {
        return listener.text(text);
    }

    /** Asserts that the bot's next message is this text with exactly these buttons or rows. */
    public Heard heardChoices(String words, String... titles) {
        return listener.menu(words, titles);
    }

    /** Asserts that the bot's next message is this template, with exactly these body parameters. */
    public Heard heardTemplate(String name, String... parameters) {
        return listener.template(name, parameters);
    }

    /** Asserts that the bot sent no further message and did not fail. */
    public void heardNothing() {
        listener.nothing();
    }

    /** All messages of the bot that reached the person, as people read them, oldest first. */
    public List<String> allHeard() {
        return listener.all();
    }

    /** Whether the person's customer service window is open, as computed by the emulated WhatsApp. */
    public boolean windowOpen() {
        Instant until = chat.windowUntil();
        return until != null && until.isAfter(bench.whatsApp().clock().instant());
    }

    /** The state that a bot keeps of this chat; empty if there is none. */
    public <T> Optional<T> kept(Class<?> bot, Class<T> record) {
        return number.kept(Origin.person(number.id(person)), bot, record, null);
    }
}
