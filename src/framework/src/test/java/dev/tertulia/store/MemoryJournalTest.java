package dev.tertulia.store;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.store.memory.MemoryStore;

import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

class MemoryJournalTest implements JournalContract {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Stores stores = new MemoryStore().stores();
    private final EventJournal bounded = new MemoryStore("1", new EventJournal.Limits(100, WEEK)).journal();
    private final EventJournal none = new MemoryStore("1", new EventJournal.Limits(0, WEEK)).journal();

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public EventJournal bounded() {
        return bounded;
    }

    @Override
    public EventJournal none() {
        return none;
    }

    @Test
    void forgetsWhatIsTooOld() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);
        stores.inbox().accept(List.of(message("g", "b")), NOW.plus(WEEK).plusMillis(1));

        assertThat(stores.journal().before(null, 10)).extracting(placed -> placed.entry().subject())
                .containsExactly("b");
    }
}
