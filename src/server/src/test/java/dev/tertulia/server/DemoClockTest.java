package dev.tertulia.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.message.TimerFired;

import static org.assertj.core.api.Assertions.assertThat;

/** Moving the demo's clock runs what is due, in chronological order. */
class DemoClockTest {

    private final Application demo = Application.start(Map.of("tertulia.port", 0));
    private final FakeWhatsApp whatsApp = demo.bean(FakeWhatsApp.class);

    @AfterEach
    void stop() {
        demo.close();
    }

    private List<TimerFired> fired() {
        return demo.bean(RecordingBot.class).heard().stream().filter(TimerFired.class::isInstance)
                .map(TimerFired.class::cast).toList();
    }

    @Test
    void timersRingAtTheirTimes() {
        Instant begin = whatsApp.clock().instant();
        Group group = demo.bean(Groups.class).group(whatsApp.groups().getFirst().id());
        group.startTimer("late", Duration.ofHours(50));
        group.startTimer("early", Duration.ofHours(20));

        int status = whatsApp.handle(new Request("POST", "/emulator/clock", Map.of(), Map.of(),
                "{\"advance\":\"PT72H\"}".getBytes(StandardCharsets.UTF_8))).status();

        assertThat(status).isEqualTo(200);
        assertThat(whatsApp.clock().instant()).isAfterOrEqualTo(begin.plus(Duration.ofHours(72)));
        assertThat(fired()).extracting(TimerFired::name).containsExactly("early", "late");
        assertThat(fired()).extracting(event -> Duration.between(begin, event.at()).toHours())
                .containsExactly(20L, 50L);
    }
}
