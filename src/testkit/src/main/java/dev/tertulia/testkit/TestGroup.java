package dev.tertulia.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.message.GroupFacts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A group of a test, with the messages that it received from the bot. Each message is asserted once, in order. A failed
 * assertion shows the whole conversation.
 */
public final class TestGroup {

    private final TestBench bench;
    private final NumberBench number;
    private final String id;
    private final Map<String, TestMember> members = new HashMap<>();
    private final Listener listener;

    TestGroup(TestBench bench, NumberBench number, String id) {
        this.bench = bench;
        this.number = number;
        this.id = id;
        this.listener = new Listener(bench, "group", () -> bench.whatsApp().transcript(id), this::names);
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        members.values().forEach(member -> names.put(member.id(), member.name()));
        return names;
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
        return listener.passingOver(() -> join(name));
    }

    /**
     * Adds a person with a name to the group; the bot's answer to the join can be asserted. The same name in another
     * group of the test is the same person.
     */
    public TestMember join(String name) {
        TestMember joined = new TestMember(bench, number, id, bench.join(id, name).id());
        members.put(name, joined);
        bench.settle();
        return joined;
    }

    /**
     * Makes a person ask to join a group that requires approval: see {@link WithApproval}.
     *
     * @return the person, who becomes a member when the request is approved
     */
    public TestMember asksToJoin(String name) {
        return join(name);
    }

    /** Asserts that the bot's next message is this free-form text. */
    public Heard heard(String text) {
        return listener.text(text);
    }

    /**
     * Asserts that the bot's next message is a file.
     *
     * @param kind    image, video, audio, document or sticker
     * @param reading its caption, or else its file name, or else empty
     */
    public Heard heardFile(String kind, String reading) {
        return listener.file(kind, reading);
    }

    /** Asserts that the bot's next message is this template, with exactly these body parameters. */
    public Heard heardTemplate(String name, String... parameters) {
        return listener.template(name, parameters);
    }

    /** Asserts that the bot sent no further message and did not fail. */
    public void heardNothing() {
        listener.nothing();
    }

    /** All messages of the bot that reached the group, as people read them, oldest first. */
    public List<String> allHeard() {
        return listener.all();
    }

    /** Asserts that a message is pinned in the group. */
    public void hasPinned(Heard message) {
        assertThat(number.facts(id).pins()).as("what is pinned; all that was said:%n%s", listener.story())
                .extracting(GroupFacts.Pin::messageId).contains(message.id());
    }

    /** Asserts that the group has exactly the members with these names. */
    public void hasMembers(String... names) {
        assertThat(memberNames()).as("who is in the group; all that was said:%n%s", listener.story())
                .containsExactlyInAnyOrder(names);
    }

    /** Asserts that the group has this subject. */
    public void isCalled(String subject) {
        assertThat(subject()).as("the subject; all that was said:%n%s", listener.story()).isEqualTo(subject);
    }

    /** Asserts that the group has exactly these labels. */
    public void isLabelled(String... labels) {
        assertThat(number.line().operator().groups().group(id).labels()).as("the labels of the group")
                .containsExactlyInAnyOrder(labels);
    }

    /** The state that a bot keeps of this group; empty if there is none. */
    public <T> Optional<T> kept(Class<?> bot, Class<T> record) {
        return number.kept(id, bot, record, null);
    }

    /** The state that a bot keeps of a member of this group; empty if there is none. */
    public <T> Optional<T> kept(Class<?> bot, Class<T> record, TestMember member) {
        return number.kept(id, bot, record, member);
    }

    /**
     * The deliveries of the bots' messages in this group that WhatsApp has reported today with a price, free ones included:
     * one for each member that a message reached.
     */
    public long deliveries() {
        return number.deliveries(id);
    }

    /** The names of the bots' timers in this group, in the order in which they fire. */
    public List<String> timers() {
        return number.timers(id);
    }

    /** Whether the customer service window is open, as computed by the emulated WhatsApp. */
    public boolean windowOpen() {
        Instant until = view().windowUntil();
        return exists() && until != null && until.isAfter(bench.whatsApp().clock().instant());
    }

    /** Whether the group still exists. Its messages can be asserted after its deletion too. */
    public boolean exists() {
        return bench.whatsApp().groups().stream().anyMatch(group -> group.id().equals(id));
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
        return bench.whatsApp().group(id);
    }
}
