package dev.tertulia.dispatch;

import dev.tertulia.outbox.Send;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/** Who is told what shall be done about a group: a turn that writes it down, or the stores. */
interface EffectSink {

    void send(Send send);

    void startTimer(StartTimer timer);

    void cancelTimers(String name);

    void label(LabelChange change);
}
