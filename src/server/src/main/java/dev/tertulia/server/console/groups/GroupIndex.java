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
import dev.tertulia.store.StoreUnavailable;

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
    /** Groups that were read so long ago are not shown any more. */
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();
    private static final int PAGE = 1_024;

    private final Lines lines;
    private final Business business;
    private final Map<String, Cached> cached = new ConcurrentHashMap<>();
    private final Set<String> refreshing = ConcurrentHashMap.newKeySet();
    private final ExecutorService executor;
    private final Map<String, GroupListing> listings = new ConcurrentHashMap<>();

    private record Cached(List<GroupRow> rows, long at) {}

    GroupIndex(Lines lines, Business business, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.lines = lines;
        this.business = business;
        this.executor = executor;
    }

    /** All groups of a number, those with the latest activity first. Nobody waits while they are read again. */
    List<GroupRow> of(String number) {
        Cached known = cached.get(number);
        if (known == null || age(known) > LONGEST) {
            return refreshed(number).rows();
        }
        if (age(known) > AGE && refreshing.add(number)) {
            executor.execute(() -> refresh(number));
        }
        return known.rows();
    }

    private static long age(Cached known) {
        return System.nanoTime() - known.at();
    }

    private void refresh(String number) {
        try {
            refreshed(number);
        } catch (StoreUnavailable away) {
            // the next page says so if it lasts
        } finally {
            refreshing.remove(number);
        }
    }

    /** One thread reads, however many wait. */
    private Cached refreshed(String number) {
        return cached.compute(number, (id, before) -> before != null && age(before) < AGE
                ? before
                : new Cached(read(number), System.nanoTime()));
    }

    /** Why WhatsApp's list is missing, empty while it is read for the first time; {@code null} if it is there. */
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
