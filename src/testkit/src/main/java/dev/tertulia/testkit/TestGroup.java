package dev.tertulia.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tertulia.emulator.ChatMessage;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.MemberView;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A group of a test, with the messages that it received from the bot. Each message is asserted once, in order. A failed
 * assertion shows the whole conversation.
 */
public final class TestGroup {

    private static final String BOT = "business";
    private static final String NOTE = "system";

    private final TestBench world;
    private final String id;
    private final Map<String, TestMember> members = new HashMap<>();
    private final Set<String> passedOver = new HashSet<>();
    private int asserted;

    TestGroup(TestBench world, String id) {
        this.world = world;
        this.id = id;
    }

    /** WhatsApp's id of the group. */
    public String id() {
        return id;
    }

    /**
     * The member with a name. A person who is not a member yet joins the group; the bot's answer to that join is
     * skipped.
     */
    public TestMember member(String name) {
        TestMember known = members.get(name);
        if (known != null) {
            return known;
        }
        List<ChatMessage> before = said();
        TestMember joined = join(name);
        said().stream().filter(b -> !before.contains(b)).forEach(b -> passedOver.add(b.id()));
        return joined;
    }

    /**
     * Adds a person with a name to the group; the bot's answer to the join can be asserted. The same name in another
     * group of the test is the same person.
     */
    public TestMember join(String name) {
        TestMember joined = new TestMember(world, id, world.join(id, name));
        members.put(name, joined);
        world.settle();
        return joined;
    }

    /** Asserts that the bot's next message is this free-form text. */
    public Heard heard(String text) {
        ChatMessage next = next("\"" + text + "\"");
        assertThat(next.kind()).as("the kind of the message: %s%n%s", next.text(), story()).isEqualTo("text");
        assertThat(next.text()).as("what the group heard; all that was said:%n%s", story()).isEqualTo(text);
        return new Heard(next);
    }

    /**
     * Asserts that the bot's next message is a file.
     *
     * @param kind   image, video, audio, document or sticker
     * @param reading its caption, or else its file name, or else empty
     */
    public Heard heardFile(String kind, String reading) {
        ChatMessage next = next("a file of kind " + kind);
        assertThat(next.kind()).as("the kind of the message: %s%n%s", next.text(), story()).isEqualTo(kind);
        assertThat(next.text()).as("what the group heard; all that was said:%n%s", story())
                .isEqualTo(("[" + kind + "] " + reading).strip());
        return new Heard(next);
    }

    /** Asserts that the bot's next message is this template, with exactly these body parameters. */
    public Heard heardTemplate(String name, String... parameters) {
        ChatMessage next = next("template " + name);
        assertThat(next.template()).as("the template that the group received; it reads: %s%n%s", next.text(), story())
                .isEqualTo(name);
        assertThat(new Heard(next).filled().body()).as("the parameters of template %s, which reads: %s", name,
                next.text()).containsExactly(parameters);
        return new Heard(next);
    }

    /** Asserts that the bot sent no further message and did not fail. */
    public void heardNothing() {
        List<ChatMessage> all = said();
        List<String> more = all.subList(asserted, all.size()).stream().map(Conversation::words).toList();
        assertThat(more).as("what the group heard; all that was said:%n%s", story()).isEmpty();
        if (world.failures().any()) {
            throw world.failures().error("the group heard nothing, because something failed:");
        }
    }

    /** All messages of the bot that reached the group, as people read them, oldest first. */
    public List<String> allHeard() {
        return said().stream().map(ChatMessage::text).toList();
    }

    /** Whether the customer service window is open, as computed by the emulated WhatsApp. */
    public boolean windowOpen() {
        Instant until = view().windowUntil();
        return exists() && until != null && until.isAfter(world.whatsApp().clock().instant());
    }

    /** Whether the group still exists. Its messages can be asserted after its deletion too. */
    public boolean exists() {
        return world.whatsApp().groups().stream().anyMatch(group -> group.id().equals(id));
    }

    /** The current subject, or the last one of a deleted group. */
    public String subject() {
        return view().subject();
    }

    /** The names of the members, or of the last members of a deleted group. */
    public List<String> memberNames() {
        return view().members().stream().map(MemberView::name).toList();
    }

    private GroupView view() {
        return world.whatsApp().group(id);
    }

    private ChatMessage next(String expected) {
        List<ChatMessage> all = said();
        if (all.size() > asserted) {
            return all.get(asserted++);
        }
        String headline = "the group heard nothing more; expected %s, but all that was said is:%n%s".formatted(expected,
                story());
        throw world.failures().any() ? world.failures().error(headline) : new AssertionError(headline);
    }

    private Conversation story() {
        Map<String, String> names = new HashMap<>();
        members.values().forEach(member -> names.put(member.id(), member.name()));
        return new Conversation(world.whatsApp().transcript(id), names, world.failures().notes());
    }

    /** Failed messages reached nobody, and WhatsApp's own notes are not messages of the bot. */
    private List<ChatMessage> said() {
        return world.whatsApp().transcript(id).stream()
                .filter(b -> b.from().equals(BOT) && !b.kind().equals(NOTE))
                .filter(b -> b.error() == null && !passedOver.contains(b.id())).toList();
    }

    /** One message of the bot. */
    public record Heard(ChatMessage bubble) {

        /** Asserts that the message quotes another one. */
        public Heard quoting(String messageId) {
            assertThat(bubble.quotedId()).as("the message that is quoted").isEqualTo(messageId);
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

        private ChatMessage.Filled filled() {
            ChatMessage.Filled filled = bubble.extra().filled();
            if (filled == null) {
                throw new AssertionError("this is not a template: " + bubble.text());
            }
            return filled;
        }

        /** WhatsApp's id of the message. */
        public String id() {
            return bubble.id();
        }
    }
}
