package dev.tertulia.testkit;

import java.util.Base64;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.FakeChat;
import dev.tertulia.emulator.MemberView;

/** A member of a test's group. */
public final class TestMember {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestBench world;
    private final String group;
    private MemberView view;
    private @Nullable TestChat privately;

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

    /** Sends a text that quotes a message of the bot. */
    public String replies(Heard quoted, String text) {
        return replies(quoted.id(), text);
    }

    /** Reacts to a message with an emoji; an empty one removes the reaction. */
    public void reacts(String messageId, String emoji) {
        then(() -> chat().react(messageId, emoji));
    }

    /** Reacts to a message of the bot. */
    public void reacts(Heard message, String emoji) {
        reacts(message.id(), emoji);
    }

    /** Taps a button of a template. */
    public String taps(Heard message, String title) {
        return then(() -> chat().tap(message.id(), title));
    }

    /** Sends an image with a caption, which may be empty. */
    public String sendsImage(String caption) {
        return sends("image", file("image/jpeg", caption, TestFiles.JPEG));
    }

    /** Sends a document with a name and a media type. */
    public String sendsDocument(String filename, String mimeType, byte[] bytes) {
        ObjectNode content = file(mimeType, "", bytes);
        content.put("filename", filename);
        return sends("document", content);
    }

    /** Sends a location, in degrees. */
    public String sendsLocation(double latitude, double longitude) {
        return sends("location", JSON.createObjectNode().put("latitude", latitude).put("longitude", longitude));
    }

    /** Sends a contact card. */
    public String sendsContact(String name, String phone) {
        ArrayNode cards = JSON.createArrayNode();
        ObjectNode card = cards.addObject();
        card.putObject("name").put("formatted_name", name).put("first_name", name);
        card.putArray("phones").addObject().put("phone", phone);
        return sends("contacts", cards);
    }

    private static ObjectNode file(String mimeType, String caption, byte[] bytes) {
        ObjectNode content = JSON.createObjectNode().put("mime_type", mimeType)
                .put("data", Base64.getEncoder().encodeToString(bytes));
        return caption.isEmpty() ? content : content.put("caption", caption);
    }

    private String sends(String type, JsonNode content) {
        return then(() -> chat().send(type, content, null));
    }

    private FakeChat chat() {
        return world.whatsApp().chat(group, view.id());
    }

    /** The person's one-to-one chat with the business. */
    public TestChat privately() {
        if (privately == null) {
            privately = new TestChat(world, this, world.privateChat(view.id()));
        }
        return privately;
    }

    /** The user id, or else the phone number. */
    String address() {
        return world.address(view);
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
