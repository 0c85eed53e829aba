package dev.tertulia.emulator;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What people say, told to the bot in {@code messages} webhooks. Their time stamps are strings. */
final class Speech {

    /**
     * Words and when they were said.
     *
     * @param at null means now
     */
    record Words(String text, @Nullable String quoted, @Nullable Instant at) {}

    private final World world;

    Speech(World world) {
        this.world = world;
    }

    String inGroup(ChatGroup group, Person person, Words words) {
        checked(words);
        Instant at = words.at() == null ? world.now() : words.at();
        String id = world.ids().inbound(group.internal(), person.digits());
        ObjectNode message = Json.object("from", person.waId(), "from_user_id", person.userId(), "group_id", group.id(),
                "id", id, "timestamp", Long.toString(at.getEpochSecond()), "context", context(group, words.quoted()),
                "text", Json.object("body", words.text()), "type", "text");
        group.add(Bubble.said(id, at, person.id(), words.text(), words.quoted()));
        group.wrote(at);
        post(person, message);
        return id;
    }

    String toBusiness(Person person, Words words) {
        checked(words);
        Instant at = words.at() == null ? world.now() : words.at();
        String id = world.ids().inboundFrom(person.digits());
        world.people().wrote(person.digits(), at);
        post(person, Json.object("from", person.waId(), "from_user_id", person.userId(), "id", id, "timestamp",
                Long.toString(at.getEpochSecond()), "type", "text", "text", Json.object("body", words.text())));
        return id;
    }

    private static void checked(Words words) {
        if (words.text().isBlank()) {
            throw new IllegalArgumentException("There is nothing to say: 'text' is empty.");
        }
    }

    private @Nullable ObjectNode context(ChatGroup group, @Nullable String quoted) {
        if (quoted == null) {
            return null;
        }
        @Nullable
        Bubble bubble = group.bubble(quoted);
        if (bubble == null) {
            throw new IllegalArgumentException("Nothing in '%s' has the id '%s', so it cannot be quoted."
                    .formatted(group.subject(), quoted));
        }
        return Json.object("from", author(group, bubble), "id", quoted);
    }

    private @Nullable String author(ChatGroup group, Bubble bubble) {
        if (bubble.from().equals(Bubble.BUSINESS)) {
            return world.settings().displayPhoneNumber();
        }
        @Nullable
        Person author = group.members().get(bubble.from());
        return author == null ? null : author.waId();
    }

    private void post(Person person, ObjectNode message) {
        ObjectNode value = world.value();
        value.set("contacts", Json.tree(List.of(person.asContact())));
        value.set("messages", Json.tree(List.of(message)));
        world.post("messages", value);
    }
}
