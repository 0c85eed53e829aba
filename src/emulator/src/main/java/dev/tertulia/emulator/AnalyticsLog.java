package dev.tertulia.emulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Latest messages in both directions, as Meta's analytics count them. Guarded by the account's lock. */
final class AnalyticsLog {

    /** Message of the business with its deliveries. */
    record Sent(Instant at, BusinessNumber number, boolean toGroup, String category, List<Delivery> deliveries) {}

    /** Delivery of a message to a person. */
    record Delivery(String country, Optional<MessagePrice> price) {}

    private static final int MOST = 100_000;

    private final Deque<Sent> sent = new ArrayDeque<>();
    private final Deque<Instant> heardInGroups = new ArrayDeque<>();

    void sent(Sent one) {
        keep(sent, one);
    }

    void heardInGroup(Instant at) {
        keep(heardInGroups, at);
    }

    private static <T> void keep(Deque<T> all, T one) {
        all.addLast(one);
        if (all.size() > MOST) {
            all.removeFirst();
        }
    }

    List<Sent> sent(Instant from, Instant until, Predicate<Sent> wanted) {
        return sent.stream().filter(one -> within(one.at(), from, until) && wanted.test(one)).toList();
    }

    long heardInGroups(Instant from, Instant until) {
        return heardInGroups.stream().filter(at -> within(at, from, until)).count();
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    void clear() {
        sent.clear();
        heardInGroups.clear();
    }
}
