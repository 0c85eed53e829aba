package dev.tertulia.emulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/**
 * Changes of people's phone numbers. Private chats go on, and a new number shuts their windows. Meta assigns a new user id with a new number, and notifies the business outside of
 * groups.
 */
final class NumberChanges {
    private final EmulatorState state;

    NumberChanges(EmulatorState state) {
        this.state = state;
    }

    /** Gives a person a new number, a generated one for null, and a new user id. Sends a webhook. */
    Person number(Person person, @Nullable String phone) {
        Person renamed = state.people().renumbered(person, phone);
        Set<BusinessNumber> told = replace(renamed);
        told.stream().flatMap(number -> Stream.ofNullable(number.chats().get(person.id()))).forEach(Chat::shutWindow);
        told.forEach(number -> tell(number, person, renamed));
        return renamed;
    }

    /** Hides the number behind a username. Sends no webhook. */
    Person hide(Person person) {
        Person hidden = state.people().hidden(person);
        replace(hidden);
        return hidden;
    }

    private Set<BusinessNumber> replace(Person person) {
        Set<BusinessNumber> numbers = new LinkedHashSet<>();
        for (ChatGroup group : state.groups().values()) {
            if (group.members().computeIfPresent(person.id(), (id, before) -> person) != null) {
                numbers.add(group.number());
            }
            group.joinRequests().replaceAll((id, request) -> request.person().id().equals(person.id())
                    ? new PendingJoin(id, person, request.at())
                    : request);
        }
        for (BusinessNumber number : state.numbers().values()) {
            if (number.chats().containsKey(person.id())) {
                number.chat(person);
                numbers.add(number);
            }
        }
        return numbers;
    }

    private void tell(BusinessNumber number, Person before, Person after) {
        boolean hidden = after.withheld();
        ObjectNode system = Json.object("type", hidden ? "user_changed_user_id" : "user_changed_number", "body",
                "User %s changed from %s to %s".formatted(after.shownName(), hidden ? before.userId() : before.phone(),
                        hidden ? after.userId() : after.phone()),
                "wa_id", after.waId(), "user_id", after.userId(), "previous_user_id", before.userId());
        ObjectNode message = Json.object("from", before.waId(), "from_user_id", hidden ? null : before.userId(), "id",
                state.ids().inboundFrom(before.digits()), "timestamp", Long.toString(state.now().getEpochSecond()),
                "type", "system", "system", system);
        state.post(number, "messages", EmulatorState.value(number).set("messages", Json.tree(List.of(message))));
    }
}
