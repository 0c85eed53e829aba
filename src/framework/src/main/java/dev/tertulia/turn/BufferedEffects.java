package dev.tertulia.turn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidState;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.Effects;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/** The effects of a turn, in the order in which its handlers asked for them, on any thread. */
final class BufferedEffects implements EffectSink {

    private static final int MOST_SENDS = 1_000;

    private final String conversation;
    private final StoredEffects stored;
    private final ChatTimers chatTimers;
    private final Dialogues dialogues;
    private final List<Send> sends = new ArrayList<>();
    private final List<StartTimer> timers = new ArrayList<>();
    private final List<CancelTimers> cancelled = new ArrayList<>();
    private final List<LabelChange> labels = new ArrayList<>();

    /** The stored effects of earlier turns. */
    interface StoredEffects {

        /** The number of timers of a conversation, without those that are cancelled. */
        int timers(String conversation, List<CancelTimers> cancelled);

        /** The labels of a group. */
        Set<String> labels(String group);
    }

    /**
     * No effects yet.
     *
     * @param conversation of the turn
     * @param dialogues    the questions of the conversation
     */
    BufferedEffects(String conversation, StoredEffects stored, ChatTimers chatTimers, Dialogues dialogues) {
        this.conversation = conversation;
        this.stored = stored;
        this.chatTimers = chatTimers;
        this.dialogues = dialogues;
    }

    @Override
    public synchronized void send(Send send) {
        if (sends.size() >= MOST_SENDS) {
            throw new InvalidState(
                    "a turn says and asks " + MOST_SENDS + " things at most; say the rest in a turn of its"
                            + " own, which group.startTimer(…) begins, or use Broadcasts");
        }
        if (send.detail().asks() != null) {
            dialogues.check(AskedQuestion.of(send));
        }
        sends.add(send);
    }

    @Override
    public synchronized void startTimer(StartTimer timer) {
        long started = timers.stream().filter(other -> other.group().equals(timer.group())).count();
        GroupLimits.check(timer, stored.timers(timer.group(), cancelled) + (int) started);
        timers.add(timer);
    }

    /** Starts the timer of a turn in another conversation, which the framework itself wants. */
    synchronized void startTurn(StartTimer timer) {
        timers.add(timer);
    }

    /** Timers that the turn itself started are stopped too, since stored ones are stopped before these start. */
    @Override
    public synchronized void cancelTimers(CancelTimers stopped) {
        timers.removeIf(stopped::stops);
        cancelled.add(stopped);
    }

    @Override
    public synchronized void label(LabelChange change) {
        if (change.on()) {
            GroupLimits.check(change, labelsOf(change.group()));
        }
        labels.add(change);
    }

    @Override
    public void language(String chat, Locale language) {
        if (chat.equals(conversation)) {
            dialogues.language(language);
        } else {
            startTurn(chatTimers.speaking(chat, language));
        }
    }

    /** The labels of a group, with what this turn changed. */
    synchronized Set<String> labelsOf(String group) {
        Set<String> after = new HashSet<>(stored.labels(group));
        labels.stream().filter(change -> change.group().equals(group)).forEach(change -> {
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
                List.copyOf(labels), deadLetter);
    }
}
