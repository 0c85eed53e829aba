package dev.tertulia.store.memory;

import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.throttle.LaneKind;

/** The entries of a group that share a lane and a priority. */
record QueueKey(String group, LaneKind lane, Priority priority) {

    static QueueKey of(Send send) {
        return new QueueKey(send.group(), send.lane(), send.priority());
    }

    String slot() {
        return lane + group;
    }
}
