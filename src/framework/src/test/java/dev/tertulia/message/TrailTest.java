package dev.tertulia.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.MessageStatus.State;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody finds the same trail from whatever lies on it. */
class TrailTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Origin ORIGIN = new Origin("1", "", "G", NOW, "timer:tea");

    private static Trail of(String group, Instant at, String key) {
        return Trail.of(new TimerFired(new Origin("1", "", group, at, key), "tea", ""));
    }

    private static Event status(String callback) {
        return new MessageStatus(ORIGIN, "wamid.1", State.SENT, null, callback, null, List.of());
    }

    @Test
    void anEventHasItsOwn() {
        Trail trail = of("G", NOW, "timer:tea");

        assertThat(of("G", NOW, "timer:tea")).isEqualTo(trail);
        assertThat(List.of(of("H", NOW, "timer:tea"), of("G", NOW.plus(Duration.ofDays(1)), "timer:tea"),
                of("G", NOW, "timer:cake"))).doesNotContain(trail).doesNotHaveDuplicates();
        assertThat(trail.mark()).matches("[0-9a-f]{16}");
    }

    @Test
    void whatFollowsFromItIsFoundByTheId() {
        Trail trail = of("G", NOW, "timer:tea");
        String id = trail.on("019c");

        assertThat(Trail.in(id)).contains(trail);
        assertThat(Trail.ofSend(id)).isEqualTo(trail);
        assertThat(Trail.of(status(id))).isEqualTo(trail);
    }

    @Test
    void eachStepHasAMarkOfItsOwn() {
        Trail trail = of("G", NOW, "timer:tea");
        Trail other = of("H", NOW, "timer:tea");

        assertThat(trail.mark("turn")).isEqualTo(trail.mark("turn")).matches("[0-9a-f]{16}");
        assertThat(List.of(trail.mark(), trail.mark("turn"), trail.mark("send"), other.mark("turn")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"019c", "spring/G", "v1.0123456789abcdef/G", "somebody.else", ""})
    void otherIdsBeginOneOfTheirOwn(String id) {
        assertThat(Trail.in(id)).isEmpty();
        assertThat(Trail.of(status(id))).isEqualTo(Trail.ofSend(id)).isNotEqualTo(Trail.ofSend(id + "x"));
    }
}
