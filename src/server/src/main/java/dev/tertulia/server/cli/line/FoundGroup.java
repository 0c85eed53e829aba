package dev.tertulia.server.cli.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.ControlCharacters;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.operator.KnownGroups.KnownGroup;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.store.StoreAccess.StoredNumber;
import dev.tertulia.server.cli.terminal.CommandFailed;

/** A group of a number, found by its id or its subject. */
record FoundGroup(StoredNumber number, KnownGroup group) {

    /** The most groups that are searched. */
    static final int MOST = 100_000;
    private static final int MOST_NAMED = 5;

    /**
     * Finds the only group with an id or subject.
     *
     * @throws CommandFailed if there is none, or more than one
     */
    static FoundGroup find(StoreAccess store, @Nullable String number, String idOrSubject) {
        List<FoundGroup> found = new ArrayList<>();
        for (StoredNumber one : store.stored(number)) {
            List<KnownGroup> all = groups(one);
            all.stream().filter(group -> group.id().equals(idOrSubject)).findFirst().ifPresentOrElse(
                    group -> found.add(new FoundGroup(one, group)),
                    () -> all.stream().filter(group -> idOrSubject.equalsIgnoreCase(group.facts().profile().subject()))
                            .forEach(group -> found.add(new FoundGroup(one, group))));
        }
        if (found.isEmpty() && isId(idOrSubject)) {
            store.stored(number).stream().map(one -> byId(one, idOrSubject))
                    .filter(one -> !one.group.facts().equals(GroupFacts.NONE)).forEach(found::add);
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new CommandFailed(found.isEmpty() ? missing(idOrSubject) : several(idOrSubject, found));
    }

    private static boolean isId(String text) {
        return text.chars().noneMatch(Character::isWhitespace);
    }

    private static String missing(String name) {
        return "No group has the id or subject '%s'; list them with: groups".formatted(name);
    }

    private static String several(String name, List<FoundGroup> found) {
        return "%d groups are called '%s'; name one by its id: %s".formatted(found.size(), name,
                found.stream().limit(MOST_NAMED).map(one -> one.group.id()).collect(Collectors.joining(", ")));
    }

    /** The groups of a number in which somebody wrote, the latest first. */
    static List<KnownGroup> groups(StoredNumber number) {
        return number.operator().knownGroups().look(number.operator().knownGroups().heard(MOST));
    }

    /** A group in which perhaps nobody has written. */
    private static FoundGroup byId(StoredNumber number, String id) {
        return new FoundGroup(number, number.operator().knownGroups().look(List.of(id)).getFirst());
    }

    String id() {
        return group.id();
    }

    @Nullable
    String subject() {
        return group.facts().profile().subject();
    }

    /** Subject and id, or the id alone. */
    String title() {
        return subject() == null ? group.id() : ControlCharacters.escape(subject()) + " (" + group.id() + ")";
    }

    /** Whether free-form messages are sent. */
    boolean isOpen(Instant now) {
        return number.settings().window().isOpen(group.openUntil(), now);
    }

    @Nullable
    String until() {
        return group.openUntil().map(Objects::toString).orElse(null);
    }
}
