package dev.tertulia.server.console.groups;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import org.jspecify.annotations.Nullable;

import dev.tertulia.business.Business;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.operator.KnownGroups;
import dev.tertulia.operator.KnownGroups.KnownGroup;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/**
 * The groups of each number to search in: those in which somebody wrote, and those that WhatsApp lists. The stored facts
 * are read again after ten seconds.
 */
@Singleton
@Requires(beans = Settings.class)
final class GroupIndex {

    /** The most groups of a number. */
    static final int MOST = 100_000;

    private static final long AGE = Duration.ofSeconds(10).toNanos();
    private static final int PAGE = 1_024;

    private final Lines lines;
    private final Business business;
    private final Map<String, Cached> cached = new ConcurrentHashMap<>();
    private final ExecutorService executor;
    private final Map<String, GroupListing> listings = new ConcurrentHashMap<>();

    private record Cached(List<GroupRow> rows, long at) {}

    GroupIndex(Lines lines, Business business, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.lines = lines;
        this.business = business;
        this.executor = executor;
    }

    /** All groups of a number, those with the latest activity first. */
    List<GroupRow> of(String number) {
        return cached.compute(number, (id, before) -> isFresh(before)
                ? before
                : new Cached(read(number), System.nanoTime())).rows();
    }

    private static boolean isFresh(@Nullable Cached cached) {
        return cached != null && System.nanoTime() - cached.at() < AGE;
    }

    /** Why WhatsApp's list is missing; {@code null} if it is there. */
    @Nullable
    String missing(String number) {
        return listing(number).error();
    }

    private List<GroupRow> read(String number) {
        KnownGroups known = lines.of(number).operator().knownGroups();
        Map<String, GroupSummary> told = listing(number).latest().groups();
        Set<String> ids = new LinkedHashSet<>(known.heard(MOST));
        ids.addAll(told.keySet());
        return known.look(List.copyOf(ids)).stream().map(group -> row(group, told.get(group.id())))
                .filter(row -> !row.deleted()).toList();
    }

    private static GroupRow row(KnownGroup group, @Nullable GroupSummary told) {
        String subject = group.facts().profile().subject();
        return new GroupRow(group.id(), subject != null || told == null ? subject : told.subject(),
                group.openUntil().orElse(null), group.facts().times().lastActivity(),
                group.facts().members().stream().map(person -> person.member()).toList(),
                group.facts().profile().suspended(), group.facts().times().deleted() != null);
    }

    private GroupListing listing(String number) {
        return listings.computeIfAbsent(number,
                id -> new GroupListing(() -> business.of(id).groups().list(PAGE).limit(MOST), executor));
    }
}
