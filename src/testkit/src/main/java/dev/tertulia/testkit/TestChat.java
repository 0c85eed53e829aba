package dev.tertulia.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.tertulia.emulator.FakeChat;
import dev.tertulia.message.Origin;

/**
 * The one-to-one chat of a person with the business, and what they heard from the bot there. What was asserted once is not
 * looked at again. An assertion that fails shows the whole conversation.
 */
public final class TestChat {

    private final TestBench world;
    private final TestMember person;
    private final FakeChat chat;
    private final Listener listener;

    TestChat(TestBench world, TestMember person, FakeChat chat) {
        this.world = world;
        this.person = person;
        this.chat = chat;
        this.listener = new Listener(world, "chat", chat::transcript, () -> Map.of(person.id(), person.name()));
    }

    /** Writes to the business; when this returns, the bot has answered. Returns WhatsApp's id of the message. */
    public String writes(String text) {
        return then(() -> chat.say(text));
    }

    /** Answers to a message of the chat, quoting it. */
    public String replies(Heard quoted, String text) {
        return then(() -> chat.reply(quoted.id(), text));
    }

    /** Reacts to a message with an emoji; an empty one takes the reaction back. */
    public void reacts(Heard message, String emoji) {
        then(() -> chat.react(message.id(), emoji));
    }

    /**
     * Taps a button, or chooses a row of a list.
     *
     * @param title what people read on it
     */
    public String taps(Heard message, String title) {
        return then(() -> chat.tap(message.id(), title));
    }

    private String then(Supplier<String> said) {
        String id = said.get();
        world.settle();
        return id;
    }

    /** Asserts that the next thing the bot said is this free-form text. */
    public Heard heard(String text) {
        return listener.text(text);
    }

    /** Asserts that the next thing the bot said are these words, with exactly these buttons or rows to choose from. */
    public Heard heardChoices(String words, String... titles) {
        return listener.menu(words, titles);
    }

    /** Asserts that the next thing the bot said is this template, with exactly these parameters of its body. */
    public Heard heardTemplate(String name, String... parameters) {
        return listener.template(name, parameters);
    }

    /** Asserts that the bot said nothing (more), and that it did not fail instead. */
    public void heardNothing() {
        listener.nothing();
    }

    /** Everything that the bot said and that reached the person, as people read it, oldest first. */
    public List<String> allHeard() {
        return listener.all();
    }

    /** Whether the person's customer service window is open by WhatsApp's own books. */
    public boolean windowOpen() {
        Instant until = chat.windowUntil();
        return until != null && until.isAfter(world.whatsApp().clock().instant());
    }

    /** What a bot keeps of this chat; empty if it keeps nothing. */
    public <T> Optional<T> kept(Class<?> bot, Class<T> record) {
        return world.kept(Origin.person(person.address()), bot, record, null);
    }
}
