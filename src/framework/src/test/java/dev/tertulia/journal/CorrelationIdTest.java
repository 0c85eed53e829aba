package dev.tertulia.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody finds the same trail from whatever lies on it. */
class CorrelationIdTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Origin ORIGIN = new Origin("1", "", "G", NOW, "timer:tea");

    private static CorrelationId of(String group, Instant at, String key) {
        return CorrelationId.of(new TimerFired(new Origin("1", "", group, at, key), "tea", ""));
    }

    private static Event status(String callback) {
        return new MessageStatus(ORIGIN, "wamid.1", State.SENT, null, callback, null, List.of());
    }

    @Test
    void anEventHasItsOwn() {
        CorrelationId trail = of("G", NOW, "timer:tea");

        assertThat(of("G", NOW, "timer:tea")).isEqualTo(trail);
        assertThat(List.of(of("H", NOW, "timer:tea"), of("G", NOW.plus(Duration.ofDays(1)), "timer:tea"),
                of("G", NOW, "timer:cake"))).doesNotContain(trail).doesNotHaveDuplicates();
        assertThat(trail.mark()).matches("[0-9a-f]{16}");
    }

    @Test
    void whatFollowsFromItIsFoundByTheId() {
        CorrelationId trail = of("G", NOW, "timer:tea");
        String id = trail.on("019c");

        assertThat(CorrelationId.in(id)).contains(trail);
        assertThat(CorrelationId.ofSend(id)).isEqualTo(trail);
        assertThat(CorrelationId.of(status(id))).isEqualTo(trail);
    }

    @Test
    void eachStepHasAMarkOfItsOwn() {
        CorrelationId trail = of("G", NOW, "timer:tea");
        CorrelationId other = of("H", NOW, "timer:tea");

        assertThat(trail.mark("turn")).isEqualTo(trail.mark("turn")).matches("[0-9a-f]{16}");
        assertThat(List.of(trail.mark(), trail.mark("turn"), trail.mark("send"), other.mark("turn")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"019c", "spring/G", "v1.0123456789abcdef/G", "somebody.else", ""})
    void otherIdsBeginOneOfTheirOwn(String id) {
        assertThat(CorrelationId.in(id)).isEmpty();
        assertThat(CorrelationId.of(status(id))).isEqualTo(CorrelationId.ofSend(id))
                .isNotEqualTo(CorrelationId.ofSend(id + "x"));
    }
}
