package dev.tertulia.costs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Keeps charges within the daily limit. Deliveries are booked when WhatsApp reports them, some seconds after sending;
 * until then a message counts as delivered to a full group at the highest rate.
 */
final class Budget {

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
    private static final int FULL_GROUP = 8;

    private final Ledger ledger;
    private final CostSettings settings;
    private final Deque<Instant> left = new ArrayDeque<>();
    private final Deque<Instant> leftForNothing = new ArrayDeque<>();

    Budget(Ledger ledger, CostSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * Allows a free-form message, or returns how long it must wait. A message that is certainly free is always allowed.
     */
    synchronized Optional<Wait> spendFreeForm(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (unlimited() || today.isBefore(settings.freeTierFrom())) {
            return Optional.empty();
        }
        forget(leftForNothing, now);
        long taken = (leftForNothing.size() + 1L) * FULL_GROUP;
        if (ledger.freeTier(YearMonth.from(today)).left() >= taken) {
            leftForNothing.addLast(now);
            return Optional.empty();
        }
        return spend(now);
    }

    /** Allows a charged message, or returns how long it must wait. */
    synchronized Optional<Wait> spend(Instant now) {
        if (unlimited()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Sum charged = ledger.charged(today);
        if (settings.limit().reachedBy(charged)) {
            Instant tomorrow = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(new Wait(tomorrow, true, usedUp(today)));
        }
        forget(left, now);
        if (settings.limit().reachedBy(charged.plus(onTheWay()))) {
            return Optional.of(new Wait(left.getFirst().plus(ON_ITS_WAY), false,
                    "messages that are being sent may use up the daily limit of " + settings.limit()));
        }
        left.addLast(now);
        return Optional.empty();
    }

    private boolean unlimited() {
        return settings.limit() instanceof DailyLimit.None;
    }

    private String usedUp(LocalDate today) {
        String waits = today.isBefore(settings.freeTierFrom())
                ? "templates wait until tomorrow (UTC) or for an open window"
                : "what is charged waits until tomorrow (UTC)";
        return "the daily limit of " + settings.limit() + " is used up: " + waits;
    }

    private static void forget(Deque<Instant> moments, Instant now) {
        moments.removeIf(moment -> !moment.plus(ON_ITS_WAY).isAfter(now));
    }

    private Sum onTheWay() {
        long deliveries = (long) left.size() * FULL_GROUP;
        return new Sum(deliveries, deliveries * settings.rates().highest(), 0);
    }
}
