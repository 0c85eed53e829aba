package dev.tertulia.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.journal.Step;
import dev.tertulia.operator.EventLives.Found;
import dev.tertulia.operator.EventLives.Search;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.JournalEntry;
import dev.tertulia.store.memory.MemoryStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps of the journal are put together to lives. */
class EventLivesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int ALL = 100_000;

    private final EventJournal journal = new MemoryStore().journal();
    private final EventLives lives = new EventLives(journal, new ObjectMapper());
    private int steps;

    private static String mark(int event) {
        return "%016x".formatted(event);
    }

    private void add(Step step, String group, int event, String subject, String detail) {
        journal.add(JournalEntry.of(NOW.plusSeconds(steps++), step, group, mark(event), subject, detail));
    }

    private void message(String group, int event) {
        add(Step.ACCEPTED, group, event, key(event), "GroupMessage …5678");
    }

    private static String key(int event) {
        return "message:wamid.HBgNNDkxNTExMjM0NT" + mark(event);
    }

    private void status(String group, int event) {
        add(Step.ACCEPTED, group, event, "0198." + mark(event), "read …5678");
    }

    private List<String> marks(Found found) {
        return found.lives().stream().map(EventLife::mark).toList();
    }

    private Found of(String group, String text, int atMost) {
        return lives.search(new Search(group, text, atMost, ALL), null);
    }

    @Test
    void aLifeIsWholeThoughOthersHappenMeanwhile() {
        message("G", 1);
        message("G", 2);
        add(Step.HANDLED, "G", 1, key(1), "GroupMessage: EchoBot.echo → 1 to send");
        add(Step.SENT, "G", 1, "0198." + mark(1), "FreeForm");
        status("G", 1);

        EventLife life = lives.find(mark(1)).orElseThrow();

        assertThat(life.steps()).extracting(JournalEntry::step).containsExactly(Step.ACCEPTED, Step.HANDLED, Step.SENT,
                Step.ACCEPTED);
        assertThat(life.ofEvent()).extracting(JournalEntry::step).containsExactly(Step.ACCEPTED, Step.HANDLED);
        assertThat(life.ofSends()).containsOnlyKeys("0198." + mark(1));
        assertThat(lives.find(mark(3))).isEmpty();
    }

    @Test
    void theLatestEventComesFirstHoweverLateAStatusIs() {
        message("G", 1);
        message("G", 2);
        message("H", 3);
        status("G", 1);

        assertThat(marks(of("G", "", 10))).containsExactly(mark(2), mark(1));
        assertThat(marks(of("", "", 10))).containsExactly(mark(3), mark(2), mark(1));
    }

    @Test
    void pagesFollowEachOther() {
        IntStream.rangeClosed(1, 5).forEach(event -> message("G", event));
        status("G", 2);

        Found first = of("G", "", 2);
        Found second = lives.search(new Search("G", "", 2, ALL), first.next());
        Found third = lives.search(new Search("G", "", 2, ALL), second.next());

        assertThat(marks(first)).containsExactly(mark(5), mark(4));
        assertThat(marks(second)).containsExactly(mark(3), mark(2));
        assertThat(marks(third)).containsExactly(mark(1));
        assertThat(third.next()).isNull();
    }

    @Test
    void aLongJournalIsReadUntilThereIsEnough() {
        message("H", 1);
        IntStream.rangeClosed(2, 4_000).forEach(event -> message("G", event));

        assertThat(marks(of("G", "", 1))).containsExactly(mark(4_000));
        assertThat(of("H", "", 1).complete()).isTrue();
        Found partly = lives.search(new Search("H", "", 1, 2_000), null);
        assertThat(partly).isEqualTo(new Found(List.of(), null, false));
    }

    @Test
    void whatOnlyItsStatusesAreReadOfIsLeftOut() {
        message("G", 1);
        IntStream.rangeClosed(2, 3_000).forEach(event -> message("H", event));
        status("G", 1);

        assertThat(marks(lives.search(new Search("G", "", 10, 2_000), null))).isEmpty();
        assertThat(marks(of("G", "", 10))).containsExactly(mark(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wamid.HBgNNDkxNTExMjM0NT0000000000000002", "0000000000000002", "0198.0000000000000002",
            "74657274756c69610000000000000002", "TeaBot"})
    void anyIdOfALifeFindsIt(String text) {
        message("G", 1);
        message("G", 2);
        add(Step.DEAD, "G", 2, key(2), "TeaBot.tea: IllegalStateException");

        assertThat(marks(of("", text, 10))).containsExactly(mark(2));
    }

    @Test
    void aPrivateChatIsFoundByItsPerson() {
        message("person:4915112345678", 1);

        assertThat(marks(of("person:4915112345678", "", 10))).containsExactly(mark(1));
        assertThat(journal.before(null, 10).getFirst().entry().group()).isEqualTo("person:…5678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US.13491208655302741918", "+49 151 12345678", "4915112345678"})
    void whoJoinedIsRecognizedAndNotDisclosed(String person) {
        add(Step.ACCEPTED, "G", 1, "group:group_participants_add:1:" + person, "Joined");
        add(Step.ACCEPTED, "G", 2, "group:group_participants_add:1:US.10000000000000000001", "Joined");

        assertThat(marks(of("G", person, 10))).containsExactly(mark(1));
        assertThat(lives.find(mark(1)).orElseThrow().ofEvent().getFirst().subject())
                .isEqualTo("group:group_participants_add:1:…" + person.substring(person.length() - 4));
    }

    @Test
    void aTimerHasALifeOfItsOwn() {
        add(Step.ACCEPTED, "G", 1, "timer:tea", "TimerFired");
        add(Step.HANDLED, "G", 1, "timer:tea", "TimerFired: TeaBot.over");

        assertThat(of("G", "", 10).lives().getFirst().since()).isEqualTo(NOW);
        assertThat(Duration.between(NOW, lives.find(mark(1)).orElseThrow().steps().getLast().at()))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
