package dev.tertulia.turn;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Person;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Ids;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.Origin;
import dev.tertulia.number.NumberContext;
import dev.tertulia.operation.Operations;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.Stores;
import dev.tertulia.turn.SendFactory.Asker;

/** The groups of one phone number outside of turns. Calls act on the stores directly. */
public final class NumberGroups implements Groups {

    private final NumberContext number;
    private final Stores stores;
    private final Operations operations;
    private final NumberChats chats;
    private final TurnSettings settings;
    private final Runnable wakePump;

    /**
     * The groups of a phone number.
     *
     * @param wakePump called after an entry was added to the outbox
     */
    public NumberGroups(NumberContext number, Stores stores, Operations operations, GroupFactsSource facts,
            TurnSettings settings, Runnable wakePump) {
        this.number = number;
        this.stores = stores;
        this.operations = operations;
        this.chats = new NumberChats(number, stores, facts, settings.chat().language());
        this.settings = settings;
        this.wakePump = wakePump;
    }

    @Override
    public Groups of(String id) {
        number.requireSame(id);
        return this;
    }

    @Override
    public Group group(String id) {
        Ids.group(id);
        return new EffectGroup(factory(id), method -> new Stored(id), new EffectGroup.GroupData(new Stored(id),
                () -> stores.labels().of(id), () -> chats.language(id), tag -> chats.taggedLast(id, "", tag)));
    }

    @Override
    public Person person(Member member) {
        Member known = chats.known(member);
        String conversation = Origin.person(known.id());
        return new EffectPerson(SendFactory.to(known, asker()), method -> new Stored(conversation), known,
                () -> chats.language(conversation));
    }

    @Override
    public Operation create(NewGroup group) {
        String account = Origin.account(number.number());
        return factory(account).create(group, new Stored(account)::send);
    }

    @Override
    public Set<String> labelled(String label) {
        return stores.labels().groups(label);
    }

    @Override
    public Set<String> labels() {
        return stores.labels().all();
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return operations.find(id);
    }

    @Override
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        return operations.await(id, atMost);
    }

    private SendFactory factory(String conversation) {
        return new SendFactory(conversation, asker());
    }

    private Asker asker() {
        return new Asker("", null, null, number.now(), settings.replyHold(), number.json());
    }

    /** A sink that acts on the stores directly. */
    private final class Stored implements EffectSink, GroupFactsView {

        private final String conversation;

        Stored(String conversation) {
            this.conversation = conversation;
        }

        @Override
        public GroupFacts get() {
            return chats.facts(conversation).get();
        }

        @Override
        public Member current(Member member) {
            return chats.facts(conversation).current(member);
        }

        @Override
        public void send(Send send) {
            stores.outbox().add(send);
            wakePump.run();
        }

        @Override
        public void startTimer(StartTimer timer) {
            GroupLimits.check(timer, stores.inbox().countTimers(timer.group()));
            stores.inbox().startTimer(timer);
        }

        @Override
        public void cancelTimers(CancelTimers timers) {
            stores.inbox().cancelTimers(timers);
        }

        @Override
        public void language(String chat, Locale language) {
            stores.inbox().startTimer(new ChatTimers(number.json(), number.now()).speaking(chat, language));
        }

        @Override
        public void label(LabelChange change) {
            if (change.on()) {
                GroupLimits.check(change, stores.labels().of(change.group()));
            }
            stores.labels().change(change);
        }
    }
}
