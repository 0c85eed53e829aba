package dev.tertulia.store;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.costs.Delivery;
import dev.tertulia.store.memory.MemoryStore;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryLedgerTest implements LedgerContract {

    private final MemoryStore store = new MemoryStore();

    @Override
    public Stores stores() {
        return store.stores();
    }

    @Test
    void forgetsOldDays() {
        store.ledger().book(new Delivery(List.of("a"), TODAY, CHARGED, CENT), TODAY, DAYS);
        store.ledger().book(new Delivery(List.of("b"), TODAY.plusDays(DAYS), CHARGED, CENT), TODAY.plusDays(DAYS),
                DAYS);

        assertThat(store.ledger().page(TODAY)).isEmpty();
    }
}
