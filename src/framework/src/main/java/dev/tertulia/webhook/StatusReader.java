package dev.tertulia.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Pricing;
import dev.tertulia.message.Unsupported;

/**
 * Reads {@code statuses} of our messages (wire reference, part 7.6), in both spellings and with both places of the
 * price.
 */
final class StatusReader {

    private static final Map<String, State> STATES = Stream.of(State.values())
            .collect(Collectors.toUnmodifiableMap(State::name, state -> state));

    Event read(WebhookChange change, JsonNode status) {
        String type = JsonFields.text(status, "type");
        if (type != null && !type.equals("message")) {
            return unsupported(change, status, "type");
        }
        State state = STATES.get(JsonFields.need(status, "status").toUpperCase(Locale.ROOT));
        if (state == null) {
            return unsupported(change, status, "status");
        }
        String id = JsonFields.needId(status, "id");
        Member participant = participant(change, status);
        String key = "status:" + id + ":" + state + ":" + (participant == null ? "" : participant.id());
        Origin origin = change.origin(conversation(status), JsonFields.time(status), key);
        return new MessageStatus(origin, id, state, participant, JsonFields.text(status, "biz_opaque_callback_data"),
                pricing(status), JsonFields.errors(status));
    }

    /** The status of a payment or call, or a state unknown to this version: it says nothing about a message. */
    private static Unsupported unsupported(WebhookChange change, JsonNode status, String by) {
        String kind = "messages.status." + JsonFields.kind(status, by);
        Instant at = JsonFields.timeIn(status, "timestamp").orElse(Instant.EPOCH);
        String key = String.join(":", "other", status.path("id").asText(), kind, status.path("status").asText(),
                String.valueOf(at.getEpochSecond()));
        return new Unsupported(change.origin(conversation(status), at, key), kind, null, JsonFields.errors(status),
                status.toString());
    }

    private static String conversation(JsonNode status) {
        String group = JsonFields.group(status);
        if (group != null) {
            return group;
        }
        String recipient = Stream.of("recipient_id", "recipient_user_id").map(name -> JsonFields.text(status, name))
                .filter(Objects::nonNull).findFirst().orElse("unknown");
        boolean toGroup = "group".equals(JsonFields.text(status, "recipient_type"));
        return toGroup
                ? JsonFields.place("recipient_id", recipient)
                : Origin
                        .person(Member.find(recipient).map(Member::id)
                                .orElseGet(() -> JsonFields.place("recipient_id", recipient)));
    }

    private static @Nullable Member participant(WebhookChange change, JsonNode status) {
        String userId = JsonFields.text(status, "recipient_participant_user_id");
        String phone = Stream.of("recipient_participant_id", "participant_recipient_id")
                .map(name -> JsonFields.text(status, name)).filter(p -> p != null).findFirst()
                .orElse(JsonFields.text(status, "group_id") != null ? JsonFields.text(status, "recipient_id") : null);
        return userId == null && phone == null ? null : change.person(userId, phone);
    }

    private static @Nullable Pricing pricing(JsonNode status) {
        JsonNode own = status.path("pricing");
        JsonNode pricing = JsonFields.text(own, "category") != null
                ? own
                : status.path("conversation").path("pricing");
        String category = JsonFields.text(pricing, "category");
        return category == null ? null : new Pricing(category, type(pricing), JsonFields.text(pricing, "subtype"));
    }

    /** Old statuses have {@code billable} instead of the type. */
    private static @Nullable String type(JsonNode pricing) {
        String type = JsonFields.text(pricing, "type");
        boolean free = type == null && pricing.hasNonNull("billable") && !pricing.path("billable").asBoolean();
        return free ? "free_customer_service" : type;
    }
}
