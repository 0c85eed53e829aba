package dev.tertulia.dispatch;

import java.util.function.Supplier;

import dev.tertulia.outbox.Send;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/** Writes down what one call asks for, until its turn ends. */
record ScopedEffectSink(EffectSink notes, TurnScope scope, String call,
        Supplier<String> instead) implements EffectSink {

    @Override
    public void send(Send send) {
        write(() -> notes.send(send));
    }

    @Override
    public void startTimer(StartTimer timer) {
        write(() -> notes.startTimer(timer));
    }

    @Override
    public void cancelTimers(String name) {
        write(() -> notes.cancelTimers(name));
    }

    @Override
    public void label(LabelChange change) {
        write(() -> notes.label(change));
    }

    private void write(Runnable what) {
        scope.write(call, instead, what);
    }
}
