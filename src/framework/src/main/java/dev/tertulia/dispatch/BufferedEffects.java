package dev.tertulia.dispatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidState;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.Effects;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/** What shall be done once the turn commits, in the order in which its handlers asked for it, on any thread. */
final class BufferedEffects implements EffectSink {

    private static final int MOST_SENDS = 1_000;

    private final ToIntFunction<List<String>> stored;
    private final Supplier<Set<String>> storedLabels;
    private final List<Send> sends = new ArrayList<>();
    private final List<StartTimer> timers = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final List<LabelChange> labels = new ArrayList<>();

    @Override
    public synchronized void send(Send send) {
        if (sends.size() >= MOST_SENDS) {
            throw new InvalidState(
                    "a turn says and asks " + MOST_SENDS + " things at most; say the rest in a turn of its"
                            + " own, which group.startTimer(…) begins, or use Broadcasts");
        }
        sends.add(send);
    }

    /**
     * Empty ones.
     *
     * @param stored       tells how many timers the group has, without those of these names
     * @param storedLabels tells the labels that it has
     */
    BufferedEffects(ToIntFunction<List<String>> stored, Supplier<Set<String>> storedLabels) {
        this.stored = stored;
        this.storedLabels = storedLabels;
    }

    @Override
    public synchronized void startTimer(StartTimer timer) {
        GroupLimits.check(timer, stored.applyAsInt(cancelled) + timers.size());
        timers.add(timer);
    }

    /** Timers that the turn itself started are stopped too, since stored ones are stopped before these start. */
    @Override
    public synchronized void cancelTimers(String name) {
        timers.removeIf(timer -> timer.name().equals(name));
        cancelled.add(name);
    }

    @Override
    public synchronized void label(LabelChange change) {
        if (change.on()) {
            GroupLimits.check(change, labelsAfter(storedLabels.get()));
        }
        labels.add(change);
    }

    synchronized Set<String> labelsAfter(Set<String> before) {
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

    synchronized Effects effects(Map<String, Optional<String>> state, @Nullable String deadLetter) {
        return new Effects(state, EffectOrder.of(sends), List.copyOf(timers), List.copyOf(cancelled),
                List.copyOf(labels),
                deadLetter);
    }
}
