package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The webhooks that wait, and the latest that went out. Guarded by the cloud's lock.
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
    private final Deque<Post> waiting = new ArrayDeque<>();
    private final Set<Post> underway = new LinkedHashSet<>();
    private final Deque<Post> sent = new ArrayDeque<>();
    private @Nullable WebhookTarget target;
    private @Nullable String trouble;
    private long count;

    Mailroom(MovableClock clock, Guard guard) {
        this.clock = clock;
        this.guard = guard;
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

    /** Why the latest delivery failed, null when it did not. */
    @Nullable
    String trouble() {
        return trouble;
    }

    Post put(String field, byte[] body) {
        var post = new Post("d" + ++count, field, clock.instant(), body);
        waiting.addLast(post);
        guard.work();
        return post;
    }

    Post again(String id) {
        Post post = all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(
                () -> new NoSuchElementException(
                        "There is no delivery '%s': see GET /emulator/deliveries.".formatted(id)));
        return put(post.field(), post.body());
    }

    /** The next one to go, taken out; none without a target. */
    Optional<Post> take(boolean patient) {
        expire();
        if (target == null) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Optional<Post> next = waiting.stream().filter(post -> !patient || due(post, now)).findFirst();
        next.ifPresent(post -> {
            waiting.remove(post);
            underway.add(post);
            post.depart();
        });
        return next;
    }

    private static boolean due(Post post, long now) {
        return post.notBefore() == Long.MIN_VALUE || post.notBefore() - now <= 0;
    }

    private void expire() {
        Instant tooOld = clock.instant().minus(KEPT);
        while (!waiting.isEmpty() && waiting.peekFirst().at().isBefore(tooOld)) {
            Post old = waiting.removeFirst();
            old.ended("expired");
            file(old);
        }
    }

    void delivered(Post post) {
        if (underway.remove(post)) {
            trouble = null;
            post.ended("delivered");
            file(post);
            guard.changed();
        }
    }

    void failed(Post post, String why) {
        if (underway.remove(post)) {
            trouble = why;
            long delay = Math.min(LONGEST_DELAY, FIRST_DELAY << Math.min(post.attempts() - 1, 20));
            post.failed(why, System.nanoTime() + delay);
            waiting.addLast(post);
            guard.changed();
        }
    }

    private void file(Post post) {
        sent.addLast(post);
        if (sent.size() > MOST_SENT) {
            sent.removeFirst();
        }
    }

    /** How long until one is due, in nanoseconds; none: for ever. */
    long nanosUntilDue() {
        long now = System.nanoTime();
        return target == null
                ? Long.MAX_VALUE
                : waiting.stream().mapToLong(post -> due(post, now) ? 0 : post.notBefore() - now).min()
                        .orElse(Long.MAX_VALUE);
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
        trouble = null;
        count = 0;
    }
}
