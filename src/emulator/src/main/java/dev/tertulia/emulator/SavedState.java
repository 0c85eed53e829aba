package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.webhook.DeliverySettings;

/**
 * State of an emulator as JSON, to be restored after a restart: groups with their conversations, people, templates, limits,
 * delivery and receipt settings, and the offset of the clock. Media files and queued webhooks are not included.
 */
final class SavedState {

    /** Incremented with each incompatible change of the format. */
    private static final int VERSION = 1;

    private final EmulatorState state;

    SavedState(EmulatorState state) {
        this.state = state;
    }

    ObjectNode written() {
        return Json.object("version", VERSION, "clock_ahead", state.clock().ahead().toString(), "numbers",
                state.numbers().values().stream()
                        .map(one -> Json.object("id", one.id(), "display_phone_number", one.display())).toList(),
                "limits", state.limits(), "receipts", state.receipts(), "deliveries", deliverySettings(), "templates",
                state.templates().all().stream().map(Template::printed).toList(), "people",
                state.people().all().stream().map(SavedState::person).toList(), "notices", state.notices(), "groups",
                state.groups().values().stream().map(this::group).toList(), "chats",
                state.numbers().values().stream().flatMap(number -> number.chats().values().stream())
                        .map(SavedState::chat).toList());
    }

    private ObjectNode deliverySettings() {
        DeliverySettings deliverySettings = state.webhooks().settings();
        return Json.object("batch", deliverySettings.batch(), "duplicates", deliverySettings.duplicates(), "shuffled",
                deliverySettings.shuffled(),
                "late", deliverySettings.late().toString(), "escaped", deliverySettings.escaped(), "extras",
                deliverySettings.extras());
    }

    private static ObjectNode person(Person person) {
        return Json.object("id", person.id(), "name", person.name(), "phone", person.phone(), "user_id",
                person.userId());
    }

    private ObjectNode group(ChatGroup group) {
        return Json.object("number", group.number().id(), "internal", group.internal(), "created_at",
                group.createdAt().toString(), "approval_required", group.approvalRequired(), "subject", group.subject(),
                "description", group.description(), "invite_link", group.inviteLink(), "suspended", group.suspended(),
                "announced", group.announced(), "window_until", text(group.windowUntil()), "picture", group.picture(),
                "members", group.members().keySet(), "removed", group.removed(), "join_requests",
                group.joinRequests().values().stream().map(one -> Json.object("id", one.id(), "person",
                        one.person().id(), "at", one.at().toString())).toList(),
                "pins", texts(group.pins()), "messages",
                group.transcript().stream().map(SavedState::chatMessage).toList());
    }

    private static ObjectNode chat(PrivateChat chat) {
        return Json.object("number", chat.number().id(), "person", chat.person().id(), "window_until",
                text(chat.windowUntil()), "messages", chat.transcript().stream().map(SavedState::chatMessage).toList());
    }

    private static ObjectNode chatMessage(ChatMessage one) {
        return Json.object("id", one.id(), "at", one.at().toString(), "from", one.from(), "kind", one.kind(), "text",
                one.text(), "quoted", one.quotedId(), "template", one.template(), "ticks", one.ticks(), "error",
                one.error(), "reactions", one.extra().reactions(), "price", one.extra().price(), "choices",
                one.extra().choices());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static Map<String, String> texts(Map<String, Instant> times) {
        var texts = new LinkedHashMap<String, String>();
        times.forEach((key, time) -> texts.put(key, time.toString()));
        return texts;
    }

    /**
     * Replaces the state by that of a file.
     *
     * @throws IllegalArgumentException if the file holds no saved state of this version
     * @throws UncheckedIOException if the file cannot be read
     */
    void restore(Path file) {
        try {
            restore(Json.read(Files.readAllBytes(file)));
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            throw new IllegalArgumentException("%s holds no saved state: %s".formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s.".formatted(file, e), e);
        }
    }

    private void restore(ObjectNode saved) {
        if (saved.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException(
                    "The state was not saved by this version of the emulator; move the file away to start afresh.");
        }
        state.reset();
        state.renewIds(state.clock().instant().toEpochMilli());
        state.clock().advance(Duration.parse(saved.path("clock_ahead").asText()));
        saved.path("numbers").forEach(one -> {
            if (!state.numbers().containsKey(one.path("id").asText())) {
                state.addNumber(one.path("id").asText(), one.path("display_phone_number").asText());
            }
        });
        state.limit(Json.value(saved.path("limits"), Limits.class));
        state.receipts(Json.value(saved.path("receipts"), Receipts.class));
        restoreDeliverySettings(saved.path("deliveries"));
        saved.path("templates").forEach(one -> state.templates().put(new Template(one.path("id").asText(),
                one.path("name").asText(), one.path("language").asText(), one.path("category").asText(),
                Template.Status.named(one.path("status").asText()), one.path("components"))));
        saved.path("people").forEach(one -> state.people().add(new Person(one.path("id").asText(),
                one.path("name").asText(), one.path("phone").asText(), one.path("user_id").asText())));
        state.notices(saved.path("notices").asLong());
        saved.path("groups").forEach(this::restoreGroup);
        saved.path("chats").forEach(one -> restoreConversation(one,
                state.numberOrFirst(Json.text(one, "number"))
                        .chat(state.people().existing(one.path("person").asText()))));
    }

    private void restoreDeliverySettings(JsonNode one) {
        state.webhooks().settings(new DeliverySettings(one.path("batch").asInt(), one.path("duplicates").asInt(),
                one.path("shuffled").asBoolean(), Duration.parse(one.path("late").asText()),
                one.path("escaped").asBoolean(), one.path("extras").asBoolean()));
    }

    private void restoreGroup(JsonNode one) {
        var group = new ChatGroup(state.numberOrFirst(Json.text(one, "number")), one.path("internal").asText(),
                Instant.parse(one.path("created_at").asText()), one.path("approval_required").asBoolean());
        group.subject(one.path("subject").asText());
        group.description(one.path("description").asText());
        group.inviteLink(Json.text(one, "invite_link"));
        group.suspended(one.path("suspended").asBoolean());
        if (one.path("announced").asBoolean()) {
            group.announce();
        }
        if (one.has("picture")) {
            group.picture(Json.value(one.path("picture"), byte[].class));
        }
        one.path("members").forEach(id -> group.members().put(id.asText(), state.people().existing(id.asText())));
        one.path("removed").forEach(id -> group.removed().add(id.asText()));
        one.path("join_requests").forEach(asked -> group.joinRequests().put(asked.path("id").asText(),
                new PendingJoin(asked.path("id").asText(), state.people().existing(asked.path("person").asText()),
                        Instant.parse(asked.path("at").asText()))));
        one.path("pins").properties()
                .forEach(pin -> group.pins().put(pin.getKey(), Instant.parse(pin.getValue().asText())));
        restoreConversation(one, group);
        state.groups().put(group.id(), group);
    }

    private static void restoreConversation(JsonNode one, Chat chat) {
        if (one.has("window_until")) {
            chat.wrote(Instant.parse(one.path("window_until").asText()).minus(BusinessNumber.WINDOW));
        }
        one.path("messages").forEach(said -> chat.add(restoredMessage(said)));
    }

    private static ChatMessage restoredMessage(JsonNode one) {
        return new ChatMessage(one.path("id").asText(), Instant.parse(one.path("at").asText()),
                one.path("from").asText(),
                one.path("kind").asText(), one.path("text").asText(), Json.text(one, "quoted"),
                Json.text(one, "template"), texts(one.path("ticks")), Json.text(one, "error"),
                new ChatMessage.Extra(null, texts(one.path("reactions")),
                        one.has("price") ? Json.value(one.path("price"), MessagePrice.class) : null, null,
                        one.has("choices") ? Json.value(one.path("choices"), ChatMessage.Choices.class) : null));
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new LinkedHashMap<String, String>();
        object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
