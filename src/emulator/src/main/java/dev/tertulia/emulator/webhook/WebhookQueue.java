package dev.tertulia.emulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.lock.StateLock;

/**
 * Queue of webhook deliveries, with the latest finished ones. Guarded by the account's lock.
 *
 * <p>A failed delivery is retried with growing pauses in real time, and dropped after seven days of the emulator's clock.
 */
public final class WebhookQueue {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final long FIRST_DELAY = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_DELAY = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_SENT = 500;

    private final InstantSource clock;
    private final boolean ticks;
    private final StateLock lock;
    private final long seed;
    private final Deque<WebhookDelivery> waiting = new ArrayDeque<>();
    private final Set<WebhookDelivery> underway = new LinkedHashSet<>();
    private final Deque<WebhookDelivery> sent = new ArrayDeque<>();
    private DeliverySettings settings = DeliverySettings.USUAL;
    private Random random;
    private @Nullable WebhookTarget target;
    private @Nullable String trouble;
    private long count;

    public WebhookQueue(InstantSource clock, boolean ticks, StateLock lock, long seed) {
        this.clock = clock;
        this.ticks = ticks;
        this.lock = lock;
        this.seed = seed;
        this.random = new Random(seed);
    }

    public void target(WebhookTarget target) {
        this.target = target;
        trouble = null;
        lock.work();
    }

    @Nullable
    public WebhookTarget target() {
        return target;
    }

    /** Returns the target of a delivery: its number's own, else the common one. Null if neither is set. */
    @Nullable
    WebhookTarget target(WebhookDelivery delivery) {
        @Nullable
        WebhookTarget own = delivery.override();
        return own == null ? target : own;
    }

    public DeliverySettings settings() {
        return settings;
    }

    public void settings(DeliverySettings now) {
        settings = now;
        lock.work();
    }

    /** Returns why the latest delivery failed, or null if it succeeded. */
    @Nullable
    public String trouble() {
        return trouble;
    }

    /**
     * Queues a webhook.
     *
     * @param override returns the address of the number, null if it has none of its own
     */
    public WebhookDelivery put(Supplier<@Nullable WebhookTarget> override, String field, ObjectNode entry) {
        return put(new WebhookDelivery("d" + ++count, override, field, clock.instant(), entry));
    }

    private WebhookDelivery put(WebhookDelivery delivery) {
        waiting.addLast(delivery);
        lock.work();
        return delivery;
    }

    /**
     * Queues a duplicate of a delivery.
     *
     * @throws NoSuchElementException if the id is unknown
     */
    public WebhookDelivery again(String id) {
        WebhookDelivery delivery = all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(
                () -> new NoSuchElementException(
                        "There is no delivery '%s': see GET /emulator/deliveries.".formatted(id)));
        return copy(delivery);
    }

    private WebhookDelivery copy(WebhookDelivery delivery) {
        return put(delivery.copied("d" + ++count, clock.instant()));
    }

    /**
     * Takes the next delivery out of the queue; empty if there is none or it has no target.
     *
     * @param patient whether the pause after a failed attempt is observed
     */
    Optional<WebhookDelivery> take(boolean patient) {
        expire();
        Optional<WebhookDelivery> next = settings.shuffled()
                ? anyOf(ready(patient).toList())
                : ready(patient).findFirst();
        next.ifPresent(delivery -> {
            fill(delivery, ready(patient));
            waiting.remove(delivery);
            underway.add(delivery);
            delivery.depart();
        });
        return next;
    }

    /** Lazy, because thousands may wait. */
    private Stream<WebhookDelivery> ready(boolean patient) {
        long now = System.nanoTime();
        return waiting.stream().filter(delivery -> target(delivery) != null && heldFor(delivery).isZero()
                && (!patient || rest(delivery, now) == 0));
    }

    private Optional<WebhookDelivery> anyOf(List<WebhookDelivery> deliveries) {
        return deliveries.isEmpty() ? Optional.empty() : Optional.of(deliveries.get(random.nextInt(deliveries.size())));
    }

    /** Fills up the batch with other deliveries. One that was attempted before is not changed. */
    private void fill(WebhookDelivery next, Stream<WebhookDelivery> ready) {
        if (settings.batch() > 1 && next.isFresh()) {
            var others = new LinkedHashSet<>(ready.filter(delivery -> delivery != next && delivery.isFresh()
                    && target(delivery) == target(next)).limit(settings.batch() - 1).toList());
            waiting.removeAll(others);
            others.forEach(next::absorb);
        }
    }

    private Duration heldFor(WebhookDelivery delivery) {
        Duration left = Duration.between(clock.instant(), delivery.at().plus(settings.late()));
        return delivery.attempts() > 0 || left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns the next instant after the given one at which a delayed delivery is due. */
    public Optional<Instant> dueAfter(Instant moment) {
        return waiting.stream().filter(delivery -> target(delivery) != null && delivery.attempts() == 0)
                .map(delivery -> delivery.at().plus(settings.late())).filter(due -> due.isAfter(moment))
                .min(Comparator.naturalOrder());
    }

    /** Returns whether a delivery is in progress or can start now. */
    public boolean isDelivering() {
        return !underway.isEmpty() || ready(true).findAny().isPresent();
    }

    private static long rest(WebhookDelivery delivery, long now) {
        return delivery.notBefore() == Long.MIN_VALUE ? 0 : Math.max(0, delivery.notBefore() - now);
    }

    private void expire() {
        Instant tooOld = clock.instant().minus(KEPT);
        while (!waiting.isEmpty() && waiting.peekFirst().at().isBefore(tooOld)) {
            giveUp(waiting.removeFirst());
        }
    }

    private void giveUp(WebhookDelivery delivery) {
        delivery.ended("expired");
        file(delivery);
    }

    void delivered(WebhookDelivery delivery) {
        if (underway.remove(delivery)) {
            trouble = null;
            delivery.ended("delivered");
            file(delivery);
            if (delivery.isOriginal() && random.nextInt(100) < settings.duplicates()) {
                copy(delivery);
            }
            lock.changed();
        }
    }

    void failed(WebhookDelivery delivery, String why) {
        if (underway.remove(delivery)) {
            trouble = why;
            long delay = Math.min(LONGEST_DELAY, FIRST_DELAY << Math.min(delivery.attempts() - 1, 20));
            delivery.failed(why, System.nanoTime() + delay);
            if (delivery.at().isBefore(clock.instant().minus(KEPT))) {
                giveUp(delivery);
            } else {
                waiting.addLast(delivery);
            }
            lock.changed();
        }
    }

    private void file(WebhookDelivery delivery) {
        sent.addLast(delivery);
        if (sent.size() > MOST_SENT) {
            sent.removeFirst();
        }
    }

    /** Returns the time until a delivery is due, in nanoseconds; {@link Long#MAX_VALUE} if none is. */
    long nanosUntilDue() {
        long now = System.nanoTime();
        return waiting.stream().filter(delivery -> target(delivery) != null)
                .filter(delivery -> ticks || heldFor(delivery).isZero())
                .mapToLong(delivery -> Math.max(rest(delivery, now), heldFor(delivery).toNanos())).min()
                .orElse(Long.MAX_VALUE);
    }

    public int waiting() {
        return waiting.size() + underway.size();
    }

    /** Drops the waiting deliveries and returns their number. */
    public int discard() {
        int dropped = waiting.size();
        waiting.clear();
        lock.changed();
        return dropped;
    }

    /** Returns the latest finished deliveries, then those in progress, then those that wait. */
    public List<WebhookDelivery> all() {
        var all = new ArrayList<>(sent);
        all.addAll(underway);
        all.addAll(waiting);
        return all;
    }

    public void clear() {
        waiting.clear();
        underway.clear();
        sent.clear();
        settings = DeliverySettings.USUAL;
        random = new Random(seed);
        trouble = null;
        count = 0;
    }
}
