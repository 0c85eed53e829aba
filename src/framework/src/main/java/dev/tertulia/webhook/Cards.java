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
final class Cards {

    private final Map<String, Card> byUserId = new HashMap<>();
    private final Map<String, Card> byPhone = new HashMap<>();
    private final Map<String, Card> byPhoneAlone = new HashMap<>();

    /** A card and its position. */
    private record Card(int place, Member member) {}

    private Cards() {}

    /** The cards of a list without those that name nobody. */
    static Cards of(JsonNode contacts) {
        Cards cards = new Cards();
        int place = 0;
        for (JsonNode node : contacts) {
            if (Wire.text(node, "user_id") != null || Wire.text(node, "wa_id") != null) {
                Optional<Member> member = Wire.findMember(node);
                if (member.isPresent()) {
                    cards.add(new Card(place++, member.get()));
                }
            }
        }
        return cards;
    }

    private void add(Card card) {
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
        Card known = person.userId() == null ? null : byUserId.get(person.userId());
        Map<String, Card> phones = person.userId() == null ? byPhone : byPhoneAlone;
        Card called = person.phone() == null ? null : phones.get(person.phone());
        return Stream.of(known, called).filter(Objects::nonNull)
                .min((one, other) -> Integer.compare(one.place(), other.place())).map(Card::member).orElse(null);
    }
}
