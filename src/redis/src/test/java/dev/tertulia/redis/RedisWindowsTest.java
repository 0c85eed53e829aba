package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.store.Stores;
import dev.tertulia.store.WindowsContract;
import dev.tertulia.window.Windows;

import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

class RedisWindowsTest implements WindowsContract {

    private final String number = TestRedis.newNumber();
    private final Stores stores = TestRedis.shared().stores(number);

    @Override
    public Stores stores() {
        return stores;
    }

    @Test
    void knowsWithoutAskingWhatItSawOpen() {
        Instant end = NOW.plus(DAY);
        stores.inbox().accept(List.of(message("accepted", "a"), message("elsewhere", "b")), NOW);
        Windows ofAnotherProcess = TestRedis.shared().stores(number).windows();

        assertThat(stores.windows().knownOpenUntil("accepted")).contains(end);
        assertThat(ofAnotherProcess.knownOpenUntil("elsewhere")).isEmpty();
        assertThat(ofAnotherProcess.openUntil("elsewhere")).contains(end);
        assertThat(ofAnotherProcess.knownOpenUntil("elsewhere")).contains(end);
    }

    @Test
    void knowsNoLongerAsOpenWhatWasShut() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);

        stores.windows().shut("g", NOW);

        assertThat(stores.windows().knownOpenUntil("g").filter(until -> until.isAfter(NOW))).isEmpty();
    }
}
