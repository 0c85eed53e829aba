package dev.tertulia.testkit;

import java.util.function.Supplier;

import dev.tertulia.emulator.MemberView;

/** A member of a test's group. */
public final class TestMember {

    private final TestBench world;
    private final String group;
    private MemberView view;

    TestMember(TestBench world, String group, MemberView view) {
        this.world = world;
        this.group = group;
        this.view = view;
    }

    /**
     * Sends a text to the group. When this method returns, the bot has answered. Returns WhatsApp's id of the message.
     */
    public String says(String text) {
        return then(() -> world.whatsApp().say(group, view.id(), text));
    }

    /** Sends a text that quotes a message of the group. */
    public String replies(String quotedMessageId, String text) {
        return then(() -> world.whatsApp().reply(group, view.id(), quotedMessageId, text));
    }

    /** The emulator's id of the member. */
    String id() {
        return view.id();
    }

    /** Leaves the group. */
    public void leaves() {
        world.whatsApp().leave(group, view.id());
        world.settle();
    }

    /** Changes the phone number and, as in WhatsApp, the user id. WhatsApp reports the change to the bot. */
    public void changesNumber(String phone) {
        view = world.whatsApp().changeNumber(group, view.id(), phone);
        world.settle();
    }

    /** Hides the phone number behind a username. */
    public void hidesNumber() {
        view = world.whatsApp().hideNumber(group, view.id());
    }

    /** The phone number, digits only; empty while it is hidden. */
    public String phone() {
        return view.phone();
    }

    /** The profile name. */
    public String name() {
        return view.name();
    }

    private String then(Supplier<String> said) {
        String id = said.get();
        world.settle();
        return id;
    }
}
