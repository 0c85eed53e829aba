package dev.tertulia.testkit;

import java.util.function.Supplier;

import dev.tertulia.emulator.MemberView;

/** A person in the test's group. */
public final class TestMember {

    private final TestBench world;
    private final String group;
    private MemberView view;

    TestMember(TestBench world, String group, MemberView view) {
        this.world = world;
        this.group = group;
        this.view = view;
    }

    /** Writes in the group; when this returns, the bot has answered. Returns WhatsApp's id of the message. */
    public String says(String text) {
        return then(() -> world.whatsApp().say(group, view.id(), text));
    }

    /** Answers to a message of the group, quoting it. */
    public String replies(String quotedMessageId, String text) {
        return then(() -> world.whatsApp().reply(group, view.id(), quotedMessageId, text));
    }

    /** The emulator's id of the person. */
    String id() {
        return view.id();
    }

    /** Leaves the group. */
    public void leaves() {
        world.whatsApp().leave(group, view.id());
        world.settle();
    }

    /** Changes to another phone number and, as WhatsApp has it, another user id; the bot is told. */
    public void changesNumber(String phone) {
        view = world.whatsApp().changeNumber(group, view.id(), phone);
        world.settle();
    }

    /** Hides the phone number behind a username from now on. */
    public void hidesNumber() {
        view = world.whatsApp().hideNumber(group, view.id());
    }

    /** The phone number, digits only; empty while it is hidden. */
    public String phone() {
        return view.phone();
    }

    /** The name on the person's profile. */
    public String name() {
        return view.name();
    }

    private String then(Supplier<String> said) {
        String id = said.get();
        world.settle();
        return id;
    }
}
