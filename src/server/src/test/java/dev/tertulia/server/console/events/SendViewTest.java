package dev.tertulia.server.console.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.journal.Step;
import dev.tertulia.operator.EventLife;
import dev.tertulia.store.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** Statuses that were accepted together are told apart by member. */
class SendViewTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private static JournalEntry step(Instant at, Step step, String detail) {
        return JournalEntry.of(at, step, "G", "0123456789abcdef", "0198.0123456789abcdef", detail);
    }

    @Test
    void eachMemberHasTheirStatuses() {
        SendView send = SendView.of(new EventLife("0123456789abcdef", List.of(
                step(NOW, Step.WAITING, "FreeForm: too many requests"), step(NOW, Step.SENT, "FreeForm"),
                step(NOW, Step.ACCEPTED, "sent, delivered …5678, delivered …1234"),
                step(LATER, Step.ACCEPTED, "read …5678, delivered …5678, failed …9999 131026")))).getFirst();

        assertThat(send.kind()).isEqualTo("FreeForm");
        assertThat(send.attempts()).extracting(JournalEntry::step).containsExactly(Step.WAITING, Step.SENT);
        assertThat(send.states()).containsExactly("sent", "delivered", "read", "failed");
        assertThat(send.counts()).isEqualTo(Map.of("delivered", 2L, "read", 1L, "failed", 1L));
        assertThat(send.members()).containsExactly(new MemberStatus("", Map.of("sent", NOW), ""),
                new MemberStatus("…5678", Map.of("delivered", NOW, "read", LATER), ""),
                new MemberStatus("…1234", Map.of("delivered", NOW), ""),
                new MemberStatus("…9999", Map.of("failed", LATER), "131026"));
    }

    @Test
    void aSendOfWhichOnlyStatusesAreKnownHasNoKind() {
        SendView send = SendView
                .of(new EventLife("0123456789abcdef", List.of(step(NOW, Step.ACCEPTED, "failed 131026"))))
                .getFirst();

        assertThat(send.kind()).isEmpty();
        assertThat(send.last()).isNull();
        assertThat(send.members()).containsExactly(new MemberStatus("", Map.of("failed", NOW), "131026"));
    }
}
