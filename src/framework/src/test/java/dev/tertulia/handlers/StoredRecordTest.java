package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.State;
import dev.tertulia.message.Content.MediaKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Records that can be kept, and those that cannot. */
class StoredRecordTest {

    record Everything(int count, Duration pause, Optional<String> name,
            Map<String, List<WrittenWrongTest.Strict>> byName,
            java.time.Instant since, MediaKind kind, java.util.Set<java.util.UUID> ids, byte[] bytes) {}

    @Bot
    static final class KeepsEverything {

        @OnMessage
        void all(State<Everything> everything) {}
    }

    @Test
    void whatCanBeKeptIsTaken() {
        assertThat(Bots.found(KeepsEverything.class).warnings()).isEmpty();
    }
}
