package dev.tertulia.costs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Keeps templates within the daily limit. Deliveries are booked when WhatsApp tells of them, some seconds after the
 * template left; until then a template counts as if it reached a full group at the highest rate.
 */
final class Budget {

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
    private static final int FULL_GROUP = 8;

    private final Ledger ledger;
    private final CostSettings settings;
    private final Deque<Instant> left = new ArrayDeque<>();

    Budget(Ledger ledger, CostSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /** Lets a template leave, or says until when it has to wait. */
    synchronized Optional<Wait> spend(Instant now) {
        if (settings.limit() instanceof DailyLimit.None) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Sum charged = ledger.charged(today);
        if (settings.limit().reachedBy(charged)) {
            Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(new Wait(tomorrow, true, "the daily limit of " + settings.limit()
                    + " is used up: templates wait for tomorrow (UTC) or for an open window"));
        }
        left.removeIf(moment -> !moment.plus(ON_ITS_WAY).isAfter(now));
        if (settings.limit().reachedBy(charged.plus(onTheWay()))) {
            return Optional.of(new Wait(left.getFirst().plus(ON_ITS_WAY), false,
                    "what is on its way may use up the daily limit of " + settings.limit()));
        }
        left.addLast(now);
        return Optional.empty();
    }

    private Sum onTheWay() {
        long deliveries = (long) left.size() * FULL_GROUP;
        return new Sum(deliveries, deliveries * settings.rates().highest(), 0);
    }
}
