package dev.tertulia.turn;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Stored;
import dev.tertulia.message.Event;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.Inbox;

/**
 * The latest report that the throughput of a number has changed. It is kept in the account's conversation, for every replica
 * to see.
 */
@Stored("tertulia.throughput")
public record ThroughputChanged(@Nullable Instant at) {

    private static final String KIND = "phone_number_quality_update";

    /** Notes it with the turn's effects, if the event is such a report. */
    static void note(Event event, TurnStates states) {
        if (event instanceof NumberUpdated || event instanceof Unsupported told && told.kind().equals(KIND)) {
            states.of(ThroughputChanged.class, null).set(new ThroughputChanged(event.at()));
        }
    }

    /**
     * Something that differs after each change.
     *
     * @param number id of the number; empty for a report that names no number, as Meta sends it
     */
    public static Optional<String> last(Inbox inbox, String number) {
        return inbox.state(Origin.account(number), TurnStates.key(ThroughputChanged.class));
    }
}
