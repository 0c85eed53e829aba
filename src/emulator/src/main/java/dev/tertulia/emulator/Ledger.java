package dev.tertulia.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What was said in both directions, as Meta's analytics count it. Guarded by the cloud's lock. */
final class Ledger {

    /**
     * A message of the business and to whom it was delivered.
     *
     * @param countries one for each person it reached
     */
    record Sent(Instant at, BusinessNumber number, boolean toGroup, Price price, List<String> countries) {}

    private final List<Sent> sent = new ArrayList<>();
    private final List<Instant> heardInGroups = new ArrayList<>();

    void sent(Sent one) {
        sent.add(one);
    }

    void heardInGroup(Instant at) {
        heardInGroups.add(at);
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
