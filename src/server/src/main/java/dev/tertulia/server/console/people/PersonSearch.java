package dev.tertulia.server.console.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.server.console.moderation.CaseView;
import dev.tertulia.server.console.moderation.KnownChats;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.settings.Settings;

/** Search for people in the cases and in the directory of people. */
@Singleton
@Requires(beans = Settings.class)
final class PersonSearch {

    private static final int MOST_CASES = 200;
    private static final int MOST_PEOPLE = 20;

    private final Moderation moderation;
    private final KnownChats chats;

    PersonSearch(Moderation moderation, KnownChats chats) {
        this.moderation = moderation;
        this.chats = chats;
    }

    /** What is known of a person from cases. */
    private static final class Found {

        private final String id;
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> ids = new LinkedHashSet<>();
        private final List<Case> cases = new ArrayList<>();
        private @Nullable Who who;

        Found(String id) {
            this.id = id;
            ids.add(id);
        }

        void add(Case one, Who person) {
            who = who == null ? person : who;
            cases.add(one);
            ids.addAll(person.identities());
            if (!person.name().isBlank()) {
                names.add(person.name());
            }
        }
    }

    /** People by name, phone number or user id, those with the latest cases first. */
    List<PersonView> find(String number, String wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, Found> found = new LinkedHashMap<>();
        for (Case one : cases(number, wanted)) {
            Who who = one.who();
            if (who != null) {
                found.computeIfAbsent(who.id(), Found::new).add(one, who);
            }
        }
        Optional<String> id = Member.find(wanted).map(Member::address);
        id.filter(known -> found.isEmpty() && isKnown(number, known))
                .ifPresent(known -> found.put(known, new Found(known)));
        return found.values().stream().limit(MOST_PEOPLE).map(one -> view(number, one)).toList();
    }

    private List<Case> cases(String number, String wanted) {
        return moderation.isOff()
                ? List.of()
                : moderation.trail(number).search(CaseQuery.latest(MOST_CASES).of(wanted));
    }

    private boolean isKnown(String number, String id) {
        return !chats.groups(number, id).isEmpty() || chats.privateWindow(number, id).isPresent();
    }

    private PersonView view(String number, Found one) {
        List<PersonView.Membership> groups = new ArrayList<>();
        for (String group : groups(number, one)) {
            groups.add(membership(group, chats.facts(number, group), one));
        }
        Optional<Instant> window = chats.privateWindow(number, one.id);
        return new PersonView(one.id, List.copyOf(one.names), List.copyOf(one.ids), groups,
                one.who == null ? Map.of() : moderation.strikes(moderation.trail(number), one.who),
                chats.views(number, one.cases),
                one.cases.stream().filter(known -> known.entries(EntryKind.APPEALED).findAny().isPresent()).count(),
                window.orElse(null), window.filter(moderation.now()::isBefore).isPresent());
    }

    /** The groups that a person is in, and those left that cases tell of. */
    private Set<String> groups(String number, Found one) {
        Set<String> groups = new LinkedHashSet<>(chats.groups(number, one.id));
        one.cases.forEach(known -> groups.add(known.group()));
        return groups;
    }

    /** What a group knows of a person, whose names and ids there are taken over. */
    private static PersonView.Membership membership(String group, GroupFacts facts, Found one) {
        String subject = facts.profile().subject();
        String name = subject == null || subject.isBlank() ? group : subject;
        Optional<GroupFacts.Person> in = person(facts.members().stream(), one);
        Optional<GroupFacts.Person> out = person(facts.former().stream(), one);
        in.or(() -> out).map(GroupFacts.Person::member).ifPresent(member -> {
            member.identities().forEach(one.ids::add);
            Stream.of(member.profileName(), member.username()).filter(known -> known != null && !known.isBlank())
                    .forEach(one.names::add);
        });
        return in.map(person -> new PersonView.Membership(group, name, "member", person.since()))
                .or(() -> out.map(person -> new PersonView.Membership(group, name, "former", person.since())))
                .orElseGet(() -> new PersonView.Membership(group, name, "seen", null));
    }

    private static Optional<GroupFacts.Person> person(Stream<GroupFacts.Person> people, Found one) {
        return people.filter(person -> person.member().id().equals(one.id) || one.ids.stream().anyMatch(person::had))
                .findFirst();
    }
}
