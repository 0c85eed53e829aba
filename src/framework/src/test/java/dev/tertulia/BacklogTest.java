package dev.tertulia;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.journal.Step;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.InHand;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;

/** When the door is shut because too much waits, and when it opens again. */
class BacklogTest {

    private final MemoryStore store = new MemoryStore();
    private final RecordingJournal journal = new RecordingJournal();
    private final Backlog backlog = new Backlog("1", store.inbox(), store.outbox(), new BacklogSettings(10, 5),
            journal);

    private boolean fullAtALook() {
        backlog.look();
        return backlog.full();
    }

    private void accept(int from, int to) {
        for (int key = from; key <= to; key++) {
            store.inbox().accept(List.of(message("g", "" + key)), NOW);
        }
    }

    private void handle(Claim claim, int events) {
        for (int i = 0; i < events; i++) {
            InHand.commit(store.inbox(), claim, Effects.NONE, NOW);
        }
    }

    @Test
    void itIsShutBeyondTheBoundAndOpensWhenAFifthWasDone() {
        accept(1, 10);
        assertThat(fullAtALook()).isFalse();
        accept(11, 11);
        assertThat(fullAtALook()).isTrue();

        Claim claim = store.inbox().claim(1, LONG).getFirst();
        handle(claim, 2);
        assertThat(fullAtALook()).isTrue();
        handle(claim, 1);
        assertThat(fullAtALook()).isFalse();
        accept(12, 13);
        assertThat(fullAtALook()).isFalse();
    }

    @Test
    void anEpisodeIsToldOnce() {
        accept(1, 11);
        fullAtALook();
        accept(12, 12);
        fullAtALook();
        handle(store.inbox().claim(1, LONG).getFirst(), 12);
        fullAtALook();
        fullAtALook();

        assertThat(journal.details(Step.OVERLOADED))
                .containsExactly("deliveries are refused with 503 for now, Meta will deliver"
                        + " them again: 11 events and 0 sends wait, and 10 and 5 may; start more replicas or look for what"
                        + " is slow");
        assertThat(journal.details(Step.RELIEVED))
                .containsExactly("deliveries are accepted again: 0 events and 0 sends wait");
    }

    @Test
    void sendsCountToo() {
        for (int id = 1; id <= 6; id++) {
            store.outbox().add(send("g", "" + id));
        }

        assertThat(fullAtALook()).isTrue();
    }

    /** Else a message that opens the window could never come in. */
    @Test
    void whatIsHeldKeepsNobodyOut() {
        long fence = store.outbox().lease("pump", LONG).getAsLong();
        for (int id = 1; id <= 6; id++) {
            store.outbox().add(send("g", "" + id));
            Send send = InHand.begin(store.outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY))
                    .orElseThrow();
            InHand.settle(store.outbox(), fence, settlement(send, SettlementKind.HELD));
        }

        assertThat(fullAtALook()).isFalse();
    }

    @Test
    void whatFoundNoRoomInAMailboxIsTold() {
        backlog.look();
        accept(1, Inbox.MOST_MAIL + 3);

        backlog.look();
        backlog.look();

        assertThat(journal.details(Step.OVERFLOWED)).containsExactly("3 events became dead letters, because"
                + " their groups' mailboxes held 10000 already; look for what is slow there, then retry them");
    }
}
