package dev.tertulia;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.journal.Journal.Entry;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.journal.Step;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.memory.MemoryStore;

import static dev.tertulia.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What lies aside does not grow without end, and somebody is told in time. */
class RetentionMonitorTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MemoryStore store = new MemoryStore();
    private final RecordingJournal journal = new RecordingJournal();
    private final ManualClock clock = new ManualClock();
    private final RetentionMonitor watch = new RetentionMonitor("1", store.deadLetters(),
            new DeadLetterSettings(1_000, 10), clock, journal);

    private void quarantine(int parts) {
        for (int i = 0; i < parts; i++) {
            store.inbox().quarantine("{", "no JSON", NOW);
        }
    }

    private void look() {
        clock.advance(SECOND);
        watch.look();
    }

    @Test
    void isSilentWhileThereIsRoom() {
        quarantine(8);

        look();

        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void tellsOnceThatItIsNearlyFull() {
        quarantine(9);

        look();
        look();

        assertThat(Step.NEARLY_FULL.alarming()).isTrue();
        assertThat(journal.entries()).containsExactly(new Entry(Step.NEARLY_FULL, "1", "", "QUARANTINED",
                "9 of at most 10 are stored; retry or discard some, or the oldest are dropped"));
    }

    @Test
    void tellsAgainAfterThereWasRoom() {
        quarantine(9);
        look();
        DeadLetterQueue queue = store.deadLetters().queue(DeadLetterKind.QUARANTINED);
        queue.list(null, 9).forEach(letter -> queue.discard(letter.id().key(), NOW));
        look();
        quarantine(9);

        look();

        assertThat(journal.details(Step.NEARLY_FULL)).hasSize(2);
    }

    @Test
    void dropsTheOldestAndTellsHowMany() {
        quarantine(13);

        look();

        assertThat(store.deadLetters().queue(DeadLetterKind.QUARANTINED).count()).isEqualTo(10);
        assertThat(Step.OVERFLOWED.alarming()).isTrue();
        assertThat(journal.details(Step.OVERFLOWED))
                .containsExactly("the oldest 3 were dropped, because more than 10 were stored");
    }

    @Test
    void dropsTheOldestThatTakeTooManyBytes() {
        RetentionMonitor small = new RetentionMonitor("1", store.deadLetters(), new DeadLetterSettings(1_000, 10, 100),
                clock, journal);
        store.inbox().quarantine("a".repeat(30), "first", NOW);
        store.inbox().quarantine("b".repeat(60), "second", NOW);
        small.look();
        store.inbox().quarantine("c".repeat(40), "third", NOW);
        clock.advance(SECOND);

        small.look();

        assertThat(journal.details(Step.NEARLY_FULL)).containsExactly(
                "90 of at most 100 bytes are stored; retry or discard some, or the oldest are dropped");
        assertThat(journal.details(Step.OVERFLOWED))
                .containsExactly("the oldest 1 were dropped, because more than 100 bytes were stored");
        assertThat(store.deadLetters().queue(DeadLetterKind.QUARANTINED).list(null, 9)).extracting(DeadLetter::cause)
                .containsExactly("third", "second");
    }

    @Test
    void looksOnceASecond() {
        look();
        quarantine(13);
        clock.advance(SECOND.minusMillis(1));

        watch.look();
        assertThat(journal.entries()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        watch.look();
        assertThat(journal.entries()).hasSize(2);
    }

    @Test
    void eachKindHasABoundOrSomethingElseThatKeepsItSmall() {
        DeadLetterSettings settings = new DeadLetterSettings(1, 2);

        assertThat(List.of(DeadLetterKind.values())).filteredOn(kind -> settings.most(kind).isEmpty())
                .containsExactly(DeadLetterKind.HELD, DeadLetterKind.UNKNOWN, DeadLetterKind.PARKED);
    }
}
