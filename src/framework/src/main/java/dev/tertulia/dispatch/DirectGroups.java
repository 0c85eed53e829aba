package dev.tertulia.dispatch;

import java.time.InstantSource;

import dev.tertulia.bot.Group;
import dev.tertulia.inbox.Inbox;
import dev.tertulia.outbox.Outbox;

/** The groups of one phone number outside of any turn: what is asked of them goes straight to the stores. */
public final class DirectGroups {

    private static final String CAUSE = "outside a turn";

    private final Outbox outbox;
    private final Inbox inbox;
    private final DispatchSettings settings;
    private final InstantSource clock;
    private final Runnable wakePump;

    public DirectGroups(Outbox outbox, Inbox inbox, DispatchSettings settings, InstantSource clock,
            Runnable wakePump) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
        this.wakePump = wakePump;
    }

    /** A group to act on. */
    public Group group(String id) {
        Draft draft = new Draft(id, CAUSE, clock.instant(), settings.replyHold());
        return new RecordedGroup(draft, send -> {
            outbox.add(send);
            wakePump.run();
        }, inbox::startTimer, name -> inbox.cancelTimers(id, name));
    }
}
