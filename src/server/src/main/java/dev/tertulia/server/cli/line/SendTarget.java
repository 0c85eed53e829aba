package dev.tertulia.server.cli.line;

import java.time.Instant;
import java.util.Optional;

import dev.tertulia.bot.Chat;
import dev.tertulia.bot.Person;
import dev.tertulia.journal.LogText;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;
import dev.tertulia.server.cli.store.StoreAccess.StoredNumber;

/** The conversation that a message is sent to. */
record SendTarget(StoredNumber number, Chat chat, String conversation, String title) {

    static SendTarget group(FoundGroup found) {
        return new SendTarget(found.number(), found.number().operator().groups().group(found.id()), found.id(),
                found.title());
    }

    static SendTarget person(StoredNumber number, Member member) {
        Person person = number.operator().groups().person(member);
        String conversation = Origin.person(person.id());
        return new SendTarget(number, person, conversation, LogText.shorten(conversation));
    }

    Optional<Instant> openUntil() {
        return number.stores().windows().openUntil(conversation);
    }
}
