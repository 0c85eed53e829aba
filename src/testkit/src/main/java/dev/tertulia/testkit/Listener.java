package dev.tertulia.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.tertulia.emulator.ChatMessage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Assertions on the bot's messages in one conversation. Each message is asserted once, in order. A failed assertion
 * shows the whole conversation.
 */
final class Listener {

    private static final String NOTE = "system";
    private static final String WHO = "what the %s heard; all that was said:%n%s";

    private final TestBench bench;
    private final String what;
    private final Supplier<List<ChatMessage>> transcript;
    private final Supplier<Map<String, String>> names;
    private final Set<String> passedOver = new HashSet<>();
    private int asserted;

    /**
     * Creates a listener without messages.
     *
     * @param what  {@code group} or {@code chat}, for messages
     * @param names the names of people, by id
     */
    Listener(TestBench bench, String what, Supplier<List<ChatMessage>> transcript,
            Supplier<Map<String, String>> names) {
        this.bench = bench;
        this.what = what;
        this.transcript = transcript;
        this.names = names;
    }

    /** Runs an action and skips the bot's answers to it. */
    <T> T passingOver(Supplier<T> something) {
        List<ChatMessage> before = said();
        T result = something.get();
        said().stream().filter(message -> !before.contains(message))
                .forEach(message -> passedOver.add(message.id()));
        return result;
    }

    Heard text(String text) {
        ChatMessage next = next("\"" + text + "\"");
        assertThat(next.kind()).as("the kind of the message: %s%n%s", next.text(), story()).isEqualTo("text");
        assertThat(next.text()).as(WHO, what, story()).isEqualTo(text);
        return new Heard(next);
    }

    /** Asserts that the next message has this text and choices. */
    Heard menu(String words, String... titles) {
        ChatMessage next = next("\"" + words + "\" with choices");
        assertThat(next.kind()).as("the kind of the message: %s%n%s", next.text(), story()).isEqualTo("interactive");
        assertThat(next.text()).as(WHO, what, story()).startsWith(words);
        return new Heard(next).withChoices(titles);
    }

    Heard file(String kind, String reading) {
        ChatMessage next = next("a file of kind " + kind);
        assertThat(next.kind()).as("the kind of the message: %s%n%s", next.text(), story()).isEqualTo(kind);
        assertThat(next.text()).as(WHO, what, story()).isEqualTo(("[" + kind + "] " + reading).strip());
        return new Heard(next);
    }

    Heard template(String name, String... parameters) {
        ChatMessage next = next("template " + name);
        assertThat(next.template())
                .as("the template that the %s received; it reads: %s%n%s", what, next.text(), story())
                .isEqualTo(name);
        assertThat(new Heard(next).filled().body()).as("the parameters of template %s, which reads: %s", name,
                next.text()).containsExactly(parameters);
        return new Heard(next);
    }

    void nothing() {
        List<ChatMessage> all = said();
        List<String> more = all.subList(asserted, all.size()).stream().map(Transcript::words).toList();
        assertThat(more).as(WHO, what, story()).isEmpty();
        if (bench.failures().any()) {
            throw bench.failures().error("the " + what + " heard nothing, because something failed:");
        }
    }

    List<String> all() {
        return said().stream().map(ChatMessage::text).toList();
    }

    private ChatMessage next(String expected) {
        List<ChatMessage> all = said();
        if (all.size() > asserted) {
            return all.get(asserted++);
        }
        String headline = "the %s heard nothing more; expected %s, but all that was said is:%n%s".formatted(what,
                expected, story());
        throw bench.failures().any() ? bench.failures().error(headline) : new AssertionError(headline);
    }

    Transcript story() {
        return new Transcript(transcript.get(), names.get(), bench.failures().notes());
    }

    /** Failed messages reached nobody, and WhatsApp's own notes are not messages of the bot. */
    private List<ChatMessage> said() {
        return transcript.get().stream()
                .filter(message -> message.from().equals(ChatMessage.BUSINESS) && !message.kind().equals(NOTE))
                .filter(message -> message.error() == null && !passedOver.contains(message.id())).toList();
    }
}
