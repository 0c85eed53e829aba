package dev.tertulia.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.Event;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.Inbox;
import dev.tertulia.webhook.ParsedDelivery.Readable;
import dev.tertulia.webhook.ParsedDelivery.Unreadable;

/**
 * The rules for accepting events: they must belong to a served number and be recent enough for duplicates to be known.
 */
final class AcceptanceRules {

    /** The number of quarantined parts above which the delivery is quarantined as a whole. */
    static final int MOST_PUT_ASIDE = 100;

    /** The maximum size of quarantined parts per byte of the delivery. */
    private static final int MOST_ROOM = 2;
    private static final int ROOM_FOR_ANY = 64 * 1024;

    private final Predicate<String> served;
    private final Instant now;

    /**
     * The rules at this time.
     *
     * @param served whether a phone number is one of ours
     */
    AcceptanceRules(Predicate<String> served, Instant now) {
        this.served = served;
        this.now = now;
    }

    /** The same payload without events that are not accepted. */
    ParsedDelivery of(ParsedDelivery payload) {
        ParsedDelivery admitted = new ParsedDelivery(new ArrayList<>(), new ArrayList<>(payload.unreadable()));
        Set<DeliveryItem> refused = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Readable readable : payload.readable()) {
            Optional<String> why = whyNot(readable.event());
            if (why.isEmpty()) {
                admitted.readable().add(readable);
            } else if (refused.add(readable.part())) {
                admitted.unreadable().add(new Unreadable(readable.part()::alone, why.get()));
            }
        }
        return admitted;
    }

    private Optional<String> whyNot(Event event) {
        String number = event.origin().number();
        if (!served.test(number)) {
            return Optional.of("phone number " + JsonFields.shown(number)
                    + " is not configured; add it under whatsapp.numbers or unsubscribe it");
        }
        Instant at = event.at();
        if (at.equals(Instant.EPOCH) && mayNameNoTime(event)) {
            return Optional.empty();
        }
        if (at.isBefore(now.minus(Inbox.OLDEST))) {
            return Optional.of("too old: it is of " + at + ", and repetitions are known for " + Inbox.OLDEST.toDays()
                    + " days, so it may have been handled before; look at it and discard it");
        }
        if (at.isAfter(now.plus(Inbox.FARTHEST_AHEAD))) {
            return Optional.of("dated in the future: it is of " + at + ", more than "
                    + Inbox.FARTHEST_AHEAD.toHours()
                    + " hours ahead; compare this machine's clock, then retry or discard it");
        }
        return Optional.empty();
    }

    /** Events without a time of their own, because Meta gives none. */
    private static boolean mayNameNoTime(Event event) {
        return event instanceof Unsupported || event instanceof AccountUpdated || event instanceof TemplateUpdated
                || event instanceof NumberUpdated;
    }

    /** The quarantined form of parts: each by itself, or the whole delivery if that is smaller. */
    static List<QuarantinedPart> writtenDown(List<Unreadable> unreadable, byte[] body) {
        List<QuarantinedPart> parts = new ArrayList<>();
        long room = Math.max(ROOM_FOR_ANY, (long) body.length * MOST_ROOM);
        for (Unreadable part : unreadable.size() > MOST_PUT_ASIDE ? List.<Unreadable>of() : unreadable) {
            QuarantinedPart one = new QuarantinedPart(part.raw().get(), part.reason());
            room -= one.raw().length();
            if (room < 0) {
                break;
            }
            parts.add(one);
        }
        return parts.size() == unreadable.size()
                ? parts
                : List.of(new QuarantinedPart(new String(body, StandardCharsets.UTF_8), unreadable.size()
                        + " parts of this delivery were quarantined together, since there"
                        + " were too many to keep each alone; the others were handled; the first: "
                        + unreadable.getFirst().reason()));
    }

    /** A quarantined part. */
    record QuarantinedPart(String raw, String reason) {}
}
