package dev.tertulia.turn;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.store.StoredName;

import static org.assertj.core.api.Assertions.assertThat;

class StateNamesTest {

    /** The store holds these names: one that changes loses what was stored before. */
    @Test
    void ofTheFrameworkNeverChange() {
        assertThat(Stream.of(GroupFacts.class, ScheduleLog.class, AccountState.class, ThroughputChanged.class)
                .map(StoredName::of)).containsExactly("tertulia.group", "tertulia.schedules", "tertulia.account",
                        "tertulia.throughput");
    }
}
