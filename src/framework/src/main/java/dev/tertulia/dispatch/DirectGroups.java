package dev.tertulia.dispatch;

import java.time.InstantSource;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.State;
import dev.tertulia.inbox.Inbox;
import dev.tertulia.inbox.LabelChange;
import dev.tertulia.inbox.Labels;
import dev.tertulia.inbox.StartTimer;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Ids;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Origin;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.Send;
import dev.tertulia.registry.Registry;

/** The groups of one phone number outside of any turn: what is asked of them goes straight to the stores. */
public final class DirectGroups {

    private final Parts parts;

    /**
     * What they work with.
     *
     * @param wakePump called when there may be something to send
     */
    public record Parts(String number, Outbox outbox, Inbox inbox, Labels labels, DispatchSettings settings,
            ObjectMapper json, InstantSource clock, Registry registry, Runnable wakePump) {}

    public DirectGroups(Parts parts) {
        this.parts = parts;
    }

    /**
     * A group to act on.
     *
     * @throws dev.tertulia.message.InvalidArgument when the id cannot be that of a group
     */
    public Group group(String id) {
        Ids.group(id);
        return new RecordedGroup(draft(id), method -> new Stored(id),
                new RecordedGroup.Known(new Stored(id), () -> parts.labels().of(id)));
    }

    /** What was repaired is not kept: only turns write. */
    private KnownGroup known(String id) {
        Map<String, String> stored = parts.inbox().state(id, States.key(GroupFacts.class))
                .map(facts -> Map.of(States.key(GroupFacts.class), facts)).orElse(Map.of());
        State<GroupFacts> kept = new States(parts.json(), stored).of(GroupFacts.class, null);
        return new KnownGroup(parts.registry(), kept, id, parts.clock().instant());
    }

    /** Asks for a new group. */
    public Operation create(NewGroup group) {
        String account = Origin.account(parts.number());
        return draft(account).create(group, new Stored(account)::send);
    }

    private Draft draft(String conversation) {
        return new Draft(conversation, null, parts.clock().instant(), parts.settings().replyHold());
    }

    /** Brings all that is wanted of a conversation to the stores at once. */
    private final class Stored implements Recorder, Facts {

        private final String conversation;

        Stored(String conversation) {
            this.conversation = conversation;
        }

        @Override
        public GroupFacts get() {
            return known(conversation).get();
        }

        @Override
        public Member current(Member member) {
            return known(conversation).current(member);
        }

        @Override
        public void send(Send send) {
            parts.outbox().add(send);
            parts.wakePump().run();
        }

        @Override
        public void startTimer(StartTimer timer) {
            Room.check(timer, parts.inbox().countTimers(timer.group()));
            parts.inbox().startTimer(timer);
        }

        @Override
        public void cancelTimers(String name) {
            parts.inbox().cancelTimers(conversation, name);
        }

        @Override
        public void label(LabelChange change) {
            if (change.on()) {
                Room.check(change, parts.labels().of(change.group()));
            }
            parts.labels().change(change);
        }
    }
}
