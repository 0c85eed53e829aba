package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.store.PeopleDirectory;

/** People in maps. The twin of {@code meet.lua}. */
final class MemoryDirectory implements PeopleDirectory {

    private final Object lock;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Known> people = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();

    MemoryDirectory(Object lock) {
        this.lock = lock;
    }

    /**
     * A person.
     *
     * @param since  when they were first met
     * @param userId theirs by now
     * @param merged the id that this one has become
     */
    private record Known(Instant since, @Nullable String userId, @Nullable String merged) {

        boolean mayHave(@Nullable String... userIds) {
            return userId == null || Stream.of(userIds).anyMatch(userId::equals);
        }
    }

    @Override
    public Entry meet(Member member, @Nullable String group, Instant now) {
        synchronized (lock) {
            Search search = new Search();
            search.add(member.userId());
            search.add(member.phone(), known -> known.mayHave(member.userId()) || member.userId() == null);
            String id = search.oldest().orElseGet(() -> create(member, now));
            Known known = people.get(id);
            if (known.userId() == null && member.userId() != null) {
                people.put(id, new Known(known.since(), member.userId(), null));
            }
            return keep(id, search, member, group);
        }
    }

    @Override
    public Optional<Entry> change(Member before, Member after, Instant now) {
        synchronized (lock) {
            Search search = new Search();
            search.add(before.userId());
            boolean sure = search.found.isEmpty();
            search.add(before.phone(), known -> sure || known.mayHave(before.userId(), after.userId()));
            search.add(after.userId());
            search.add(after.phone(), known -> known.mayHave(before.userId(), after.userId()));
            return search.oldest().map(id -> {
                people.put(id, new Known(people.get(id).since(), after.userId(), null));
                if (before.phone() != null && !before.phone().equals(after.phone())
                        && id.equals(find(before.phone(), new LinkedHashSet<>()))) {
                    ids.remove(before.phone());
                }
                return keep(id, search, after, null);
            });
        }
    }

    /** The people found by several identities. */
    private final class Search {

        private final Set<String> found = new LinkedHashSet<>();
        private final Set<String> passed = new LinkedHashSet<>();

        void add(@Nullable String identity) {
            add(identity, known -> true);
        }

        void add(@Nullable String identity, java.util.function.Predicate<Known> fits) {
            String id = identity == null ? null : find(identity, passed);
            if (id != null && fits.test(people.get(id))) {
                found.add(id);
            }
        }

        /** Merges all others into the oldest one. */
        Optional<String> oldest() {
            Optional<String> oldest = found.stream().min(Comparator.comparing(id -> people.get(id).since()));
            oldest.ifPresent(id -> found.stream().filter(other -> !other.equals(id)).forEach(other -> {
                people.computeIfPresent(other, (o, known) -> new Known(known.since(), known.userId(), id));
                passed.add(other);
            }));
            return oldest;
        }
    }

    private @Nullable String find(String identity, Set<String> passed) {
        String id = ids.get(identity);
        while (id != null && people.get(id).merged() != null) {
            passed.add(id);
            id = people.get(id).merged();
        }
        return id;
    }

    /** An id that nobody else has or had: a phone number may be somebody's former one. */
    private String create(Member member, Instant now) {
        String id = member.address();
        for (int more = 2; people.containsKey(id); more++) {
            id = member.address() + "." + more;
        }
        people.put(id, new Known(now, member.userId(), null));
        return id;
    }

    private Entry keep(String id, Search search, Member member, @Nullable String group) {
        member.identities().filter(identity -> !id.equals(find(identity, new LinkedHashSet<>())))
                .forEach(identity -> ids.put(identity, id));
        if (group != null) {
            groups.computeIfAbsent(id, i -> new TreeSet<>()).add(group);
        }
        return new Entry(id, List.copyOf(
                new ArrayList<>(search.passed).stream().filter(passed -> groups.containsKey(passed)).toList()));
    }

    @Override
    public void moved(String id, String other) {
        synchronized (lock) {
            Set<String> of = groups.remove(id);
            if (of != null) {
                groups.computeIfAbsent(other, o -> new TreeSet<>()).addAll(of);
            }
        }
    }

    @Override
    public void left(String id, String group) {
        synchronized (lock) {
            groups.computeIfPresent(id, (i, of) -> {
                of.remove(group);
                return of.isEmpty() ? null : of;
            });
        }
    }

    @Override
    public Set<String> groups(String id) {
        synchronized (lock) {
            return Set.copyOf(groups.getOrDefault(id, Set.of()));
        }
    }
}
