package dev.tertulia;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import dev.tertulia.journal.RecordingJournal;

import static org.assertj.core.api.Assertions.assertThat;

/** State is read and written alike, whether the mapper is shared or the bots' own. */
class EnvironmentTest {

    record Kept(Optional<String> name, Duration pause, List<Optional<Integer>> numbers) {}

    @Test
    void anUnsharedMapperKeepsWhatTheSharedOneKeeps() throws IOException {
        Kept kept = new Kept(Optional.of("Ana"), Duration.ofMinutes(1), List.of(Optional.of(1), Optional.empty()));
        ObjectMapper shared = Line.Environment.of("one", InstantSource.system(), new RecordingJournal()).json();
        ObjectMapper own = Line.Environment.unshared("two", InstantSource.system(), new RecordingJournal()).json();

        assertThat(own.readValue(shared.writeValueAsString(kept), Kept.class)).isEqualTo(kept);
        assertThat(own.writeValueAsString(kept)).isEqualTo(shared.writeValueAsString(kept));
    }
}
