package dev.tertulia.server.console.moderation;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.Line;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Origin;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.store.StoredName;

/** What is stored of groups and private chats. WhatsApp is not asked. */
@Singleton
@Requires(beans = Settings.class)
public final class KnownChats {

    private static final String FACTS = StoredName.of(GroupFacts.class);

    private final Storage storage;
    private final Line.Environment around;

    KnownChats(Storage storage, Line.Environment around) {
        this.storage = storage;
        this.around = around;
    }

    /** The facts of a group. Facts that another version wrote and this one cannot read are unknown. */
    public GroupFacts facts(String number, String group) {
        return storage.of(number).inbox().state(group, FACTS).map(this::read).orElse(GroupFacts.NONE);
    }

    private GroupFacts read(String facts) {
        try {
            return around.json().readValue(facts, GroupFacts.class);
        } catch (IOException e) {
            return GroupFacts.NONE;
        }
    }

    /** The subject of a group; its id if that is not known. */
    public String name(String number, String group) {
        String subject = facts(number, group).profile().subject();
        return subject == null || subject.isBlank() ? group : subject;
    }

    /** The groups that a person was seen in. */
    public Set<String> groups(String number, String personId) {
        return storage.of(number).people().groups(personId);
    }

    /** When the window of the private chat with a person shuts or has shut; empty if the person has never written. */
    public Optional<Instant> privateWindow(String number, String personId) {
        return storage.of(number).windows().openUntil(Origin.person(personId));
    }
}
