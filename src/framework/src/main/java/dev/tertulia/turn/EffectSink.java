package dev.tertulia.turn;

import java.util.Locale;

import dev.tertulia.outbox.Send;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/** The sink of what is to be done in conversations: a turn that records it, or the stores. */
interface EffectSink {

    void send(Send send);

    void startTimer(StartTimer timer);

    void cancelTimers(CancelTimers timers);

    void label(LabelChange change);

    /** Sets the language of a conversation. */
    void language(String conversation, Locale language);
}
