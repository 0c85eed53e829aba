package dev.tertulia.dispatch;

import java.time.InstantSource;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.State;
import dev.tertulia.inbox.Inbox;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Origin;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.Send;
import dev.tertulia.registry.Registry;

/** The groups of one phone number outside of any turn: what is asked of them goes straight to the stores. */
public final class DirectGroups {

    private static final String CAUSE = "outside a turn";

    private final Parts parts;

    /**
     * What they work with.
     *
     * @param wakePump called when there may be something to send
     */
    public record Parts(String number, Outbox outbox, Inbox inbox, DispatchSettings settings, ObjectMapper json,
            InstantSource clock, Registry registry, Runnable wakePump) {}

    public DirectGroups(Parts parts) {
        this.parts = parts;
    }

    /** A group to act on. */
    public Group group(String id) {
        return new RecordedGroup(draft(id), this::add, parts.inbox()::startTimer,
                name -> parts.inbox().cancelTimers(id, name), () -> facts(id));
    }

    /** What was repaired is not kept: only turns write. */
    private GroupFacts facts(String id) {
        Map<String, String> stored = parts.inbox().state(id, States.key(GroupFacts.class))
                .map(facts -> Map.of(States.key(GroupFacts.class), facts)).orElse(Map.of());
        State<GroupFacts> kept = new States(parts.json(), stored).of(GroupFacts.class, null);
        return new KnownGroup(parts.registry(), kept, id, parts.clock().instant()).facts();
    }

    /** Asks for a new group. */
    public Operation create(NewGroup group) {
        return draft(Origin.account(parts.number())).create(group, this::add);
    }

    private Draft draft(String conversation) {
        return new Draft(conversation, CAUSE, parts.clock().instant(), parts.settings().replyHold());
    }

    private void add(Send send) {
        parts.outbox().add(send);
        parts.wakePump().run();
    }
}
