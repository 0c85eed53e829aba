package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that wait, and the latest that went out. Guarded by the cloud's lock.
 *
 * <p>A failed one waits longer each time, in real time, and is given up after seven days of the cloud's clock.
 */
final class Mailroom {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final long FIRST_DELAY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_DELAY = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_SENT = 500;

    private final MovableClock clock;
    private final Guard guard;
    private final long seed;
    private final Deque<Post> waiting = new ArrayDeque<>();
    private final Set<Post> underway = new LinkedHashSet<>();
    private final Deque<Post> sent = new ArrayDeque<>();
    private Deliveries habits = Deliveries.USUAL;
    private Random random;
    private @Nullable WebhookTarget target;
    private @Nullable String trouble;
    private long count;

    Mailroom(MovableClock clock, Guard guard, long seed) {
        this.clock = clock;
        this.guard = guard;
        this.seed = seed;
        this.random = new Random(seed);
    }

    void target(WebhookTarget target) {
        this.target = target;
        trouble = null;
        guard.work();
    }

    @Nullable
    WebhookTarget target() {
        return target;
    }

    /** Where a delivery goes: its number may have an address of its own. */
    @Nullable
    WebhookTarget target(Post post) {
        return post.number().override() == null ? target : post.number().override();
    }

    Deliveries habits() {
        return habits;
    }

    void habits(Deliveries now) {
        habits = now;
        guard.work();
    }

    /** Why the latest delivery failed, null when it did not. */
    @Nullable
    String trouble() {
        return trouble;
    }

    Post put(BusinessNumber number, String field, ObjectNode entry) {
        return put(new Post("d" + ++count, number, field, clock.instant(), entry));
    }

    private Post put(Post post) {
        waiting.addLast(post);
        guard.work();
        return post;
    }

    Post again(String id) {
        Post post = all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(
                () -> new NoSuchElementException(
                        "There is no delivery '%s': see GET /emulator/deliveries.".formatted(id)));
        return copy(post);
    }

    private Post copy(Post post) {
        return put(post.copied("d" + ++count, clock.instant()));
    }

    /** The next one to go, taken out; none without a target. The patient wait as long as a failure makes them. */
    Optional<Post> take(boolean patient) {
        expire();
        Optional<Post> next = habits.shuffled() ? anyOf(ready(patient).toList()) : ready(patient).findFirst();
        next.ifPresent(post -> {
            fill(post, ready(patient));
            waiting.remove(post);
            underway.add(post);
            post.depart();
        });
        return next;
    }

    /** Lazy, since thousands may wait. */
    private Stream<Post> ready(boolean patient) {
        long now = System.nanoTime();
        return waiting.stream().filter(post -> target(post) != null && heldFor(post).isZero()
                && (!patient || rest(post, now) == 0));
    }

    private Optional<Post> anyOf(List<Post> posts) {
        return posts.isEmpty() ? Optional.empty() : Optional.of(posts.get(random.nextInt(posts.size())));
    }

    /** Puts others into the same delivery. One that was tried before stays as it was. */
    private void fill(Post next, Stream<Post> ready) {
        if (habits.batch() > 1 && next.isFresh()) {
            var others = new LinkedHashSet<>(ready.filter(post -> post != next && post.isFresh()
                    && target(post) == target(next)).limit(habits.batch() - 1).toList());
            waiting.removeAll(others);
            others.forEach(next::absorb);
        }
    }

    private Duration heldFor(Post post) {
        Duration left = Duration.between(clock.instant(), post.at().plus(habits.late()));
        return post.attempts() > 0 || left.isNegative() ? Duration.ZERO : left;
    }

    /** The next moment after that one at which a delivery is due that is held back. */
    Optional<Instant> dueAfter(Instant moment) {
        return waiting.stream().filter(post -> target(post) != null && post.attempts() == 0)
                .map(post -> post.at().plus(habits.late())).filter(due -> due.isAfter(moment))
                .min(Comparator.naturalOrder());
    }

    /** Whether one is on its way, or could be at once. */
    boolean isDelivering() {
        return !underway.isEmpty() || ready(true).findAny().isPresent();
    }

    private static long rest(Post post, long now) {
        return post.notBefore() == Long.MIN_VALUE ? 0 : Math.max(0, post.notBefore() - now);
    }

    private void expire() {
        Instant tooOld = clock.instant().minus(KEPT);
        while (!waiting.isEmpty() && waiting.peekFirst().at().isBefore(tooOld)) {
            giveUp(waiting.removeFirst());
        }
    }

    private void giveUp(Post post) {
        post.ended("expired");
        file(post);
    }

    void delivered(Post post) {
        if (underway.remove(post)) {
            trouble = null;
            post.ended("delivered");
            file(post);
            if (post.isOriginal() && random.nextInt(100) < habits.duplicates()) {
                copy(post);
            }
            guard.changed();
        }
    }

    void failed(Post post, String why) {
        if (underway.remove(post)) {
            trouble = why;
            long delay = Math.min(LONGEST_DELAY, FIRST_DELAY << Math.min(post.attempts() - 1, 20));
            post.failed(why, System.nanoTime() + delay);
            if (post.at().isBefore(clock.instant().minus(KEPT))) {
                giveUp(post);
            } else {
                waiting.addLast(post);
            }
            guard.changed();
        }
    }

    private void file(Post post) {
        sent.addLast(post);
        if (sent.size() > MOST_SENT) {
            sent.removeFirst();
        }
    }

    /** How long until one is due, in nanoseconds; none: until something happens. */
    long nanosUntilDue() {
        long now = System.nanoTime();
        return waiting.stream().filter(post -> target(post) != null)
                .filter(post -> clock.ticks() || heldFor(post).isZero())
                .mapToLong(post -> Math.max(rest(post, now), heldFor(post).toNanos())).min().orElse(Long.MAX_VALUE);
    }

    int waiting() {
        return waiting.size() + underway.size();
    }

    int discard() {
        int dropped = waiting.size();
        waiting.clear();
        guard.changed();
        return dropped;
    }

    /** The latest that went out, then those on their way, then those that wait. */
    List<Post> all() {
        var all = new ArrayList<>(sent);
        all.addAll(underway);
        all.addAll(waiting);
        return all;
    }

    void clear() {
        waiting.clear();
        underway.clear();
        sent.clear();
        habits = Deliveries.USUAL;
        random = new Random(seed);
        trouble = null;
        count = 0;
    }
}
