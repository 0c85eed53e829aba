package dev.tertulia.webhook;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;

/**
 * One change of a delivery: which number it is for, which field changed, and its value.
 *
 * @param number id of the phone number; empty where the change is about the whole account
 */
record Change(String number, String displayNumber, String field, JsonNode value) {

    static Change of(JsonNode change) {
        JsonNode value = change.path("value");
        JsonNode metadata = value.path("metadata");
        return new Change(metadata.path("phone_number_id").asText(""),
                Wire.digits(metadata.path("display_phone_number").asText("")), change.path("field").asText(""), value);
    }

    Origin origin(String group, Instant at, String key) {
        return new Origin(number, displayNumber, group, at, key);
    }

    /** Who is meant by a user id or a phone number, with all that the cards beside the items tell of them. */
    Member person(@Nullable String userId, @Nullable String phone) {
        Member bare = new Member(userId, phone, null, null);
        for (JsonNode card : value.path("contacts")) {
            if (Wire.text(card, "user_id") == null && Wire.text(card, "wa_id") == null) {
                continue;
            }
            Member known = Wire.findMember(card).filter(bare::is).orElse(null);
            if (known != null) {
                return new Member(bare.userId() != null ? bare.userId() : known.userId(),
                        bare.phone() != null ? bare.phone() : known.phone(), known.profileName(), known.username());
            }
        }
        return bare;
    }
}
