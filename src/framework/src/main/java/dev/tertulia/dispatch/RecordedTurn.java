package dev.tertulia.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.inbox.Effects;
import dev.tertulia.inbox.LabelChange;
import dev.tertulia.inbox.StartTimer;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.outbox.Send;

/** A turn that only writes down what its handlers want. Used by one thread. */
final class RecordedTurn implements Turn {

    private final Event event;
    private final Draft draft;
    private final States states;
    private final @Nullable Failure failure;
    private final Notes notes = new Notes();
    private final Group group;
    private boolean passed;

    /** What is known when the turn begins. */
    record Known(States states, Supplier<GroupFacts> facts, Supplier<Set<String>> labels) {}

    /** What shall be done once the turn commits. */
    private static final class Notes implements Recorder {

        private final List<Send> sends = new ArrayList<>();
        private final List<StartTimer> timers = new ArrayList<>();
        private final List<String> cancelled = new ArrayList<>();
        private final List<LabelChange> labels = new ArrayList<>();

        @Override
        public void send(Send send) {
            sends.add(send);
        }

        @Override
        public void startTimer(StartTimer timer) {
            timers.add(timer);
        }

        @Override
        public void cancelTimers(String name) {
            cancelled.add(name);
        }

        @Override
        public void label(LabelChange change) {
            labels.add(change);
        }

        Set<String> labelsAfter(Set<String> before) {
            Set<String> after = new HashSet<>(before);
            labels.forEach(change -> {
                if (change.on()) {
                    after.add(change.label());
                } else {
                    after.remove(change.label());
                }
            });
            return Set.copyOf(after);
        }
    }

    RecordedTurn(Event event, Draft draft, Known known, @Nullable Failure failure) {
        this.event = event;
        this.draft = draft;
        this.states = known.states();
        this.failure = failure;
        this.group = new RecordedGroup(draft, notes,
                new RecordedGroup.Known(known.facts(), () -> notes.labelsAfter(known.labels().get())));
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public Group group() {
        return group;
    }

    @Override
    public Instant now() {
        return draft.now();
    }

    @Override
    public Operation create(NewGroup wanted) {
        return draft.create(wanted, notes::send);
    }

    @Override
    public void pass() {
        passed = true;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    <T> State<T> state(Class<T> type, @Nullable Member member) {
        return states.of(type, member);
    }

    /** Whether the handler that just returned hands on to the next. */
    boolean takePass() {
        boolean was = passed;
        passed = false;
        return was;
    }

    /** Writes down what a handler returned. */
    void answer(@Nullable Object answer) {
        switch (answer) {
            case null -> {
            }
            case Reply reply -> notes.send(draft.reply(reply, event.opensWindow()));
            case String words -> answer(Reply.text(words));
            case Iterable<?> several -> several.forEach(this::answer);
            case BaseStream<?, ?> several -> several.iterator().forEachRemaining(this::answer);
            default -> throw new IllegalStateException("an answer of type " + answer.getClass().getName());
        }
    }

    /** All of it. Nobody finds a group any more that was deleted. */
    Effects effects(@Nullable String deadLetter) {
        if (event instanceof GroupDeleted) {
            group.labels().forEach(group::unlabel);
        }
        return new Effects(states.changed(), notes.sends, notes.timers, notes.cancelled, notes.labels, deadLetter);
    }
}
