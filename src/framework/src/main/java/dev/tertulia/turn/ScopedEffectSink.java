package dev.tertulia.turn;

import java.util.Locale;
import java.util.function.Supplier;

import dev.tertulia.outbox.Send;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/**
 * A sink for the calls of one method, which refuses them once the turn is over.
 *
 * @param call    the method, for the refusal
 * @param instead what to do instead, for the refusal
 */
record ScopedEffectSink(EffectSink effects, TurnScope scope, String call,
        Supplier<String> instead) implements EffectSink {

    @Override
    public void send(Send send) {
        write(() -> effects.send(send));
    }

    @Override
    public void startTimer(StartTimer timer) {
        write(() -> effects.startTimer(timer));
    }

    @Override
    public void cancelTimers(CancelTimers timers) {
        write(() -> effects.cancelTimers(timers));
    }

    @Override
    public void label(LabelChange change) {
        write(() -> effects.label(change));
    }

    @Override
    public void language(String conversation, Locale language) {
        write(() -> effects.language(conversation, language));
    }

    private void write(Runnable what) {
        scope.write(call, instead, what);
    }
}
