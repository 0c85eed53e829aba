package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.State;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.Origin;
import dev.tertulia.operation.Operations;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.Labels;
import dev.tertulia.store.StartTimer;

/** The groups of one phone number outside of any turn: what is asked of them goes straight to the stores. */
public final class NumberGroups implements Groups {

    private final Parts parts;

    /**
     * What they work with.
     *
     * @param wakePump called when there may be something to send
     */
    public record Parts(String number, Outbox outbox, Inbox inbox, Labels labels, DispatchSettings settings,
            ObjectMapper json, InstantSource clock, GroupFactsSource registry, Operations operations,
            Runnable wakePump) {}

    public NumberGroups(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Groups of(String number) {
        if (!number.equals(parts.number())) {
            throw new InvalidArgument("'", number, "' is not the phone number id " + parts.number());
        }
        return this;
    }

    @Override
    public Group group(String id) {
        Ids.group(id);
        return new EffectGroup(draft(id), method -> new Stored(id),
                new EffectGroup.Known(new Stored(id), () -> parts.labels().of(id)));
    }

    /** What was repaired is not kept: only turns write. */
    private GroupFactsSession known(String id) {
        Map<String, String> stored = parts.inbox().state(id, States.key(GroupFacts.class))
                .map(facts -> Map.of(States.key(GroupFacts.class), facts)).orElse(Map.of());
        State<GroupFacts> kept = new States(parts.json(), stored).of(GroupFacts.class, null);
        return new GroupFactsSession(parts.registry(), kept, id, parts.clock().instant());
    }

    @Override
    public Operation create(NewGroup group) {
        String account = Origin.account(parts.number());
        return draft(account).create(group, new Stored(account)::send);
    }

    @Override
    public Set<String> labelled(String label) {
        return parts.labels().groups(label);
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return parts.operations().find(id);
    }

    @Override
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        return parts.operations().await(id, atMost);
    }

    private SendFactory draft(String conversation) {
        return new SendFactory(conversation, null, parts.clock().instant(), parts.settings().replyHold());
    }

    /** Brings all that is wanted of a conversation to the stores at once. */
    private final class Stored implements EffectSink, Facts {

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
            GroupLimits.check(timer, parts.inbox().countTimers(timer.group()));
            parts.inbox().startTimer(timer);
        }

        @Override
        public void cancelTimers(String name) {
            parts.inbox().cancelTimers(conversation, name);
        }

        @Override
        public void label(LabelChange change) {
            if (change.on()) {
                GroupLimits.check(change, parts.labels().of(change.group()));
            }
            parts.labels().change(change);
        }
    }
}
