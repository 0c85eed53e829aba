package dev.tertulia.store.memory;

import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.throttle.LaneKind;

/** The entries of a group that share a lane and a priority. */
record SendQueue(String group, LaneKind lane, Priority priority) {

    static SendQueue of(Send send) {
        return new SendQueue(send.group(), send.lane(), send.priority());
    }

    String slot() {
        return lane + group;
    }
}
