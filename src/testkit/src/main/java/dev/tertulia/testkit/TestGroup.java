package dev.tertulia.testkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tertulia.emulator.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/** The group of a test, and what it heard from the bot. What was asserted once is not looked at again. */
public final class TestGroup {

    private static final String BOT = "business";
    private static final String NOTE = "system";

    private final World world;
    private final String id;
    private final Map<String, TestMember> members = new HashMap<>();
    private final Set<String> passedOver = new HashSet<>();
    private int asserted;

    TestGroup(World world, String id) {
        this.world = world;
        this.id = id;
    }

    /** WhatsApp's id of the group. */
    public String id() {
        return id;
    }

    /** The member of that name; who is not in the group yet joins it, and what the bot says to that is passed over. */
    public TestMember member(String name) {
        TestMember known = members.get(name);
        if (known != null) {
            return known;
        }
        List<Bubble> before = said();
        TestMember joined = join(name);
        said().stream().filter(b -> !before.contains(b)).forEach(b -> passedOver.add(b.id()));
        return joined;
    }

    /** Lets a person of that name join, so that the bot can greet them. */
    public TestMember join(String name) {
        TestMember joined = new TestMember(world, id, world.cloud().join(id, name, null));
        members.put(name, joined);
        world.settle();
        return joined;
    }

    /** Asserts that the next thing the bot said is this free-form text. */
    public Heard heard(String text) {
        Bubble next = next("\"" + text + "\"");
        assertThat(next.kind()).as("how it was said: %s", next.text()).isEqualTo("text");
        assertThat(next.text()).as("what the group heard").isEqualTo(text);
        return new Heard(next);
    }

    /**
     * Asserts that the next thing the bot said is a file.
     *
     * @param kind   image, video, audio, document or sticker
     * @param reading its caption, else its file name, else empty
     */
    public Heard heardFile(String kind, String reading) {
        Bubble next = next("a file of kind " + kind);
        assertThat(next.kind()).as("how it was said: %s", next.text()).isEqualTo(kind);
        assertThat(next.text()).as("what the group heard").isEqualTo(("[" + kind + "] " + reading).strip());
        return new Heard(next);
    }

    /** Asserts that the next thing the bot said is this template, with these parameters of its body. */
    public Heard heardTemplate(String name, String... parameters) {
        Bubble next = next("template " + name);
        assertThat(next.template()).as("the template that the group got, it reads: %s", next.text()).isEqualTo(name);
        for (String parameter : parameters) {
            assertThat(next.text()).as("template %s", name).contains(parameter);
        }
        return new Heard(next);
    }

    /** Asserts that the bot said nothing (more). */
    public void heardNothing() {
        List<Bubble> all = said();
        assertThat(all.subList(asserted, all.size()).stream().map(TestGroup::words).toList())
                .as("what the group heard").isEmpty();
    }

    /** Everything that the bot said and that reached the group, as people read it, oldest first. */
    public List<String> allHeard() {
        return said().stream().map(Bubble::text).toList();
    }

    /** Whether the customer service window is open by WhatsApp's own books. */
    public boolean windowOpen() {
        return world.cloud().groups().stream().filter(g -> g.id().equals(id)).anyMatch(
                g -> g.windowUntil() != null && g.windowUntil().isAfter(world.cloud().clock().instant()));
    }

    private Bubble next(String expected) {
        List<Bubble> all = said();
        assertThat(all.size()).as("the group heard nothing more; expected %s, and all that was said is:%n%s", expected,
                all.stream().map(TestGroup::words).collect(Collectors.joining("\n"))).isGreaterThan(asserted);
        return all.get(asserted++);
    }

    /** What failed never reached anybody, and what WhatsApp notes in a group nobody said. */
    private List<Bubble> said() {
        return world.cloud().transcript(id).stream()
                .filter(b -> b.from().equals(BOT) && !b.kind().equals(NOTE))
                .filter(b -> b.error() == null && !passedOver.contains(b.id())).toList();
    }

    private static String words(Bubble bubble) {
        return bubble.template() == null ? bubble.text() : "[template " + bubble.template() + "] " + bubble.text();
    }

    /** One thing that the bot said. */
    public record Heard(Bubble bubble) {

        /** Asserts that it quotes that message. */
        public Heard quoting(String messageId) {
            assertThat(bubble.quotedId()).as("the message that is quoted").isEqualTo(messageId);
            return this;
        }

        /** WhatsApp's id of it. */
        public String id() {
            return bubble.id();
        }
    }
}
