package dev.tertulia.dispatch;

import dev.tertulia.inbox.LabelChange;
import dev.tertulia.inbox.StartTimer;
import dev.tertulia.outbox.Send;

/** Who is told what shall be done about a group: a turn that writes it down, or the stores. */
interface Recorder {

    void send(Send send);

    void startTimer(StartTimer timer);

    void cancelTimers(String name);

    void label(LabelChange change);
}
