package dev.tertulia.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/** The contact cards of a change, indexed because there may be as many as items. */
final class ContactCards {

    private final Map<String, ContactCard> byUserId = new HashMap<>();
    private final Map<String, ContactCard> byPhone = new HashMap<>();
    private final Map<String, ContactCard> byPhoneAlone = new HashMap<>();

    /** A card and its position. */
    private record ContactCard(int place, Member member) {}

    private ContactCards() {}

    /** The cards of a list without those that name nobody. */
    static ContactCards of(JsonNode contacts) {
        ContactCards cards = new ContactCards();
        int place = 0;
        for (JsonNode node : contacts) {
            if (JsonFields.text(node, "user_id") != null || JsonFields.text(node, "wa_id") != null) {
                Optional<Member> member = JsonFields.findMember(node);
                if (member.isPresent()) {
                    cards.add(new ContactCard(place++, member.get()));
                }
            }
        }
        return cards;
    }

    private void add(ContactCard card) {
        String userId = card.member().userId();
        String phone = card.member().phone();
        if (userId != null) {
            byUserId.putIfAbsent(userId, card);
        }
        if (phone != null) {
            byPhone.putIfAbsent(phone, card);
            if (userId == null) {
                byPhoneAlone.putIfAbsent(phone, card);
            }
        }
    }

    /** The first card of a person, as {@link Member#is} knows them. */
    @Nullable
    Member find(Member person) {
        ContactCard known = person.userId() == null ? null : byUserId.get(person.userId());
        Map<String, ContactCard> phones = person.userId() == null ? byPhone : byPhoneAlone;
        ContactCard called = person.phone() == null ? null : phones.get(person.phone());
        return Stream.of(known, called).filter(Objects::nonNull)
                .min((one, other) -> Integer.compare(one.place(), other.place())).map(ContactCard::member).orElse(null);
    }
}
