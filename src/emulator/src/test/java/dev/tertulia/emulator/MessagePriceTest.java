package dev.tertulia.emulator;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessagePriceTest {
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant LAST_SECOND = Instant.parse("2026-10-31T23:59:59Z");
    private static final Person ANA = new Person("m1", "Ana", "16505551234", "US.1");

    private final BusinessNumber ours = new BusinessNumber("1", "1", Limits.NONE);
    private final PriceList prices = new PriceList();

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
        var message = new AcceptedMessage(number, "wamid.A", "someone", toGroup, List.of(ANA), category, null);

        assertThat(prices.of(message, open, now)).containsExactly(new MessagePrice(printed, type));
    }

    /** How many of these are charged. */
    private long charged(BusinessNumber number, boolean toGroup, int readers, Instant now) {
        var message = new AcceptedMessage(number, "wamid.A", "someone", toGroup, Collections.nCopies(readers, ANA),
                "service",
                null);
        return prices.of(message, true, now).stream().filter(MessagePrice::billable).count();
    }

    @Test
    void aThousandFreeFormDeliveriesAMonthAreFree() {
        assertThat(charged(ours, true, 996, OCTOBER)).isZero();
        assertThat(charged(ours, false, 1, OCTOBER)).isZero();

        assertThat(charged(ours, true, 8, OCTOBER)).isEqualTo(5);
        assertThat(charged(ours, false, 1, LAST_SECOND)).isEqualTo(1);
    }

    @Test
    void eachNumberAndMonthHasItsOwnThousand() {
        charged(ours, true, 1_000, OCTOBER);

        assertThat(charged(new BusinessNumber("2", "2", Limits.NONE), true, 8, OCTOBER)).isZero();
        assertThat(charged(ours, true, 8, LAST_SECOND.plusSeconds(1))).isZero();
    }

    @Test
    void templatesTakeNothingOfIt() {
        var template = new AcceptedMessage(ours, "wamid.A", "someone", true, Collections.nCopies(1_000, ANA), "utility",
                null);

        assertThat(prices.of(template, true, OCTOBER)).allMatch(MessagePrice::billable);
        assertThat(charged(ours, true, 8, OCTOBER)).isZero();
    }
}
