package dev.tertulia.webhook;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Ids;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;

/**
 * One change of a delivery, with its phone number, field and value.
 *
 * @param number id of the phone number; empty where the change is about the whole account
 * @param cards the contact cards beside the items
 */
record WebhookChange(String number, String displayNumber, String field, JsonNode value, ContactCards cards) {

    static WebhookChange of(JsonNode change) {
        JsonNode value = change.path("value");
        JsonNode metadata = value.path("metadata");
        return new WebhookChange(metadata.path("phone_number_id").asText(""),
                Ids.digits(metadata.path("display_phone_number").asText("")), change.path("field").asText(""), value,
                ContactCards.of(value.path("contacts")));
    }

    Origin origin(String group, Instant at, String key) {
        return new Origin(number, displayNumber, group, at, key);
    }

    /** The person with a user id or phone number, completed by the contact cards. */
    Member person(@Nullable String userId, @Nullable String phone) {
        Member bare = JsonFields.person(userId, phone, null, null);
        Member known = cards.find(bare);
        return known == null
                ? bare
                : new Member(bare.userId() != null ? bare.userId() : known.userId(),
                        bare.phone() != null ? bare.phone() : known.phone(), known.profileName(), known.username());
    }
}
