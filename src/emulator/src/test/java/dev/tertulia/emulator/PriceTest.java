package dev.tertulia.emulator;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PriceTest {

    @ParameterizedTest
    @CsvSource({"service,true,true,2026-09-30T23:59:59Z,group_service,free_group_customer_service",
            "utility,true,true,2026-09-30T23:59:59Z,group_utility,free_group_customer_service",
            "utility,true,true,2026-10-01T00:00:00Z,group_utility,regular",
            "utility,true,false,2026-09-30T23:59:59Z,group_utility,regular",
            "marketing,true,true,2026-09-30T23:59:59Z,group_marketing,regular",
            "service,false,true,2026-10-01T00:00:00Z,service,free_customer_service",
            "marketing,false,false,2026-10-01T00:00:00Z,marketing,regular"})
    void whatIsCharged(String category, boolean toGroup, boolean open, Instant now, String printed, String type) {
        var number = new BusinessNumber("1", "1", Limits.NONE);
        var message = new Outgoing(number, "wamid.A", "someone", toGroup, List.of(), category, null);

        assertThat(Price.of(message, open, now)).isEqualTo(new Price(printed, type));
    }
}
