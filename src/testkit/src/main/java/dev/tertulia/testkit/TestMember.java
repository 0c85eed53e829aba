package dev.tertulia.testkit;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.FakeChat;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.message.Member;

/** A member of a test's group. */
public final class TestMember {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestBench bench;
    private final NumberBench number;
    private final String group;
    private final String id;
    private final Map<String, TestChat> chats = new HashMap<>();

    TestMember(TestBench bench, NumberBench number, String group, String id) {
        this.bench = bench;
        this.number = number;
        this.group = group;
        this.id = id;
    }

    /** The person as known now, after changes in any group. */
    private MemberView view() {
        return bench.whatsApp().person(id);
    }

    /**
     * Sends a text to the group. When this method returns, the bot has answered. Returns WhatsApp's id of the message.
     */
    public String says(String text) {
        return then(() -> bench.whatsApp().say(group, id, text));
    }

    /** Sends a text that quotes a message of the group. */
    public String replies(String quotedMessageId, String text) {
        return then(() -> bench.whatsApp().reply(group, id, quotedMessageId, text));
    }

    /** Sends a text that quotes a message of the bot. */
    public String replies(Heard quoted, String text) {
        return replies(quoted.id(), text);
    }

    /** Sends a text that is marked as forwarded. */
    public String forwards(String text) {
        return then(() -> chat().forward(text, false));
    }

    /** Sends a text that is marked as forwarded many times. */
    public String forwardsOften(String text) {
        return then(() -> chat().forward(text, true));
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

    /** Sends a video with a caption, which may be empty. */
    public String sendsVideo(String caption) {
        return sends("video", file("video/mp4", caption, TestFiles.BYTES));
    }

    /** Sends a voice message. */
    public String sendsVoice() {
        return sends("audio", file("audio/ogg; codecs=opus", "", TestFiles.BYTES).put("voice", true));
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
        return bench.whatsApp().chat(group, id);
    }

    /** The person's private chat with a number, as the emulator has it. */
    FakeChat privateChat(String number) {
        return bench.whatsApp().privateChat(number, id);
    }

    /** The person's one-to-one chat with the number of the group. */
    public TestChat privately() {
        return privately(number.number());
    }

    /**
     * The person's one-to-one chat with a number.
     *
     * @param number a phone number id of {@link BotTest#numbers}
     */
    public TestChat privately(String number) {
        return chats.computeIfAbsent(number, id -> new TestChat(bench, bench.number(id), this));
    }

    /** The person as WhatsApp reports them now. */
    Member known() {
        MemberView now = view();
        return new Member(now.userId(), now.phone(), now.name(), null);
    }

    /** The emulator's id of the member. */
    String id() {
        return id;
    }

    /** The person's phone reports that it got a message of the bot. */
    public void receives(Heard message) {
        receipt(message, "delivered");
    }

    /** The person's phone reports that a message of the bot was read. */
    public void reads(Heard message) {
        receipt(message, "read");
    }

    /** The person's phone reports that a voice message of the bot was played. */
    public void plays(Heard message) {
        receipt(message, "played");
    }

    private void receipt(Heard message, String kind) {
        chat().receipt(message.id(), kind);
        bench.settle();
    }

    /** Revokes the request to join a group that requires approval. */
    public void revokesRequest() {
        bench.whatsApp().revokeJoinRequest(group, id);
        bench.settle();
    }

    /** Leaves the group. */
    public void leaves() {
        bench.whatsApp().leave(group, id);
        bench.settle();
    }

    /** Changes the phone number and, as in WhatsApp, the user id. WhatsApp reports the change to the bot. */
    public void changesNumber(String phone) {
        bench.whatsApp().changeNumber(group, id, phone);
        bench.settle();
    }

    /** Hides the phone number behind a username. */
    public void hidesNumber() {
        bench.whatsApp().hideNumber(group, id);
    }

    /** The phone number, digits only; empty while it is hidden. */
    public String phone() {
        return view().phone();
    }

    /** The profile name. */
    public String name() {
        return view().name();
    }

    private String then(Supplier<String> said) {
        String sent = said.get();
        bench.settle();
        return sent;
    }
}
