package dev.tertulia.memory;

import dev.tertulia.outbox.LaneKind;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;

/** The entries of a group that share a lane and a priority. */
record SendQueue(String group, LaneKind lane, Priority priority) {

    static SendQueue of(Send send) {
        return new SendQueue(send.group(), send.lane(), send.priority());
    }

    String slot() {
        return lane + group;
    }
}
