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
 * A group of a test, and what it heard from the bot. What was asserted once is not looked at again. An assertion that
 * fails shows the whole conversation.
 */
public final class TestGroup {

    private final TestBench world;
    private final String id;
    private final Map<String, TestMember> members = new HashMap<>();
    private final Listener listener;

    TestGroup(TestBench world, String id) {
        this.world = world;
        this.id = id;
        this.listener = new Listener(world, "group", () -> world.whatsApp().transcript(id), this::names);
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

    /** The member of that name; who is not in the group yet joins it, and what the bot says to that is passed over. */
    public TestMember member(String name) {
        TestMember known = members.get(name);
        if (known != null) {
            return known;
        }
        return listener.passingOver(() -> join(name));
    }

    /**
     * Lets a person of that name join, so that the bot can greet them. Whoever bears that name in another group of the
     * test is the same person.
     */
    public TestMember join(String name) {
        TestMember joined = new TestMember(world, id, world.join(id, name));
        members.put(name, joined);
        world.settle();
        return joined;
    }

    /**
     * Lets a person of that name ask to join a group that lets nobody in without approval: see {@link WithApproval}.
     *
     * @return the person, who is no member until the request is approved
     */
    public TestMember asksToJoin(String name) {
        return join(name);
    }

    /** Asserts that the next thing the bot said is this free-form text. */
    public Heard heard(String text) {
        return listener.text(text);
    }

    /**
     * Asserts that the next thing the bot said is a file.
     *
     * @param kind   image, video, audio, document or sticker
     * @param reading its caption, else its file name, else empty
     */
    public Heard heardFile(String kind, String reading) {
        return listener.file(kind, reading);
    }

    /** Asserts that the next thing the bot said is this template, with exactly these parameters of its body. */
    public Heard heardTemplate(String name, String... parameters) {
        return listener.template(name, parameters);
    }

    /** Asserts that the bot said nothing (more), and that it did not fail instead. */
    public void heardNothing() {
        listener.nothing();
    }

    /** Everything that the bot said and that reached the group, as people read it, oldest first. */
    public List<String> allHeard() {
        return listener.all();
    }

    /** Asserts that a message is pinned to the top of the group. */
    public void hasPinned(Heard message) {
        assertThat(world.facts(id).pins()).as("what is pinned; all that was said:%n%s", listener.story())
                .extracting(GroupFacts.Pin::messageId).contains(message.id());
    }

    /** Asserts that exactly these people are members, by their names. */
    public void hasMembers(String... names) {
        assertThat(memberNames()).as("who is in the group; all that was said:%n%s", listener.story())
                .containsExactlyInAnyOrder(names);
    }

    /** Asserts that the group has this subject. */
    public void isCalled(String subject) {
        assertThat(subject()).as("the subject; all that was said:%n%s", listener.story()).isEqualTo(subject);
    }

    /** Asserts that the group bears exactly these labels. */
    public void isLabelled(String... labels) {
        assertThat(world.groups().group(id).labels()).as("the labels of the group").containsExactlyInAnyOrder(labels);
    }

    /** What a bot keeps of this group; empty if it keeps nothing. */
    public <T> Optional<T> kept(Class<?> bot, Class<T> record) {
        return world.kept(id, bot, record, null);
    }

    /** What a bot keeps of a member of this group; empty if it keeps nothing. */
    public <T> Optional<T> kept(Class<?> bot, Class<T> record, TestMember member) {
        return world.kept(id, bot, record, member);
    }

    /** The names of the timers that bots run in this group, the next to fire first. */
    public List<String> timers() {
        return world.timers(id);
    }

    /** Whether the customer service window is open by WhatsApp's own books. */
    public boolean windowOpen() {
        Instant until = view().windowUntil();
        return exists() && until != null && until.isAfter(world.whatsApp().clock().instant());
    }

    /** Whether the group is still there. What it heard can be asserted after its deletion as well. */
    public boolean exists() {
        return world.whatsApp().groups().stream().anyMatch(group -> group.id().equals(id));
    }

    /** Its subject, as people see it now, or saw it last. */
    public String subject() {
        return view().subject();
    }

    /** The names of those who are in it, or were when it was deleted. */
    public List<String> memberNames() {
        return view().members().stream().map(MemberView::name).toList();
    }

    private GroupView view() {
        return world.whatsApp().group(id);
    }
}
