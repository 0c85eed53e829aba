package dev.tertulia.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendDetails;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;

/** What an outbox promises of queues: who is due, in which order, one at a time. */
public interface QueueContract extends StoreContract {

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private long lead() {
        return outbox().lease("pump", LONG).getAsLong();
    }

    private void add(Send... sends) {
        Stream.of(sends).forEach(outbox()::add);
    }

    private Optional<Send> begin(long fence, String group, Priority priority) {
        return InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue(group, priority));
    }

    private List<String> due(Instant now, int atMost) {
        return outbox().due(LaneKind.MESSAGES, now, atMost).stream().map(DueQueue::group).toList();
    }

    @Test
    default void isEmptyAtFirst() {
        assertThat(due(NOW, 10)).isEmpty();
        assertThat(begin(lead(), "g", Priority.REPLY)).isEmpty();
    }

    @Test
    default void givesAnEntryBackAsItWas() {
        add(send("g", "1"));

        assertThat(begin(lead(), "g", Priority.REPLY)).contains(send("g", "1"));
    }

    @Test
    default void givesAnEntryBackWithItsDetails() {
        Send send = send("g", "1").with(new SendDetails("US.1", "DayBot", "plan", "{\"title\":\"tea\"}", 7,
                new SendDetails.Asked("day", "US.1")));
        add(send);

        assertThat(begin(lead(), "g", Priority.REPLY)).contains(send);
    }

    @Test
    default void keepsTheOrderOfAGroupAndPriority() {
        long fence = lead();
        add(send("g", "1"), send("g", "2"), send("g", "3"));

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Send next = begin(fence, "g", Priority.REPLY).orElseThrow();
            InHand.settle(outbox(), fence, settlement(next, SettlementKind.SENT));
            order.add(next.id());
        }

        assertThat(order).containsExactly("1", "2", "3");
        assertThat(due(NOW, 10)).isEmpty();
    }

    @Test
    default void tellsTheMostUrgentThenTheLongestWaiting() {
        add(send("d", "1", Priority.BROADCAST), send("c", "2"), send("a", "3"), send("b", "4", Priority.MODERATION),
                send("a", "5", Priority.BROADCAST));

        assertThat(outbox().due(LaneKind.MESSAGES, NOW, 10)).containsExactly(new DueQueue("b", Priority.MODERATION),
                new DueQueue("c", Priority.REPLY), new DueQueue("a", Priority.REPLY),
                new DueQueue("d", Priority.BROADCAST),
                new DueQueue("a", Priority.BROADCAST));
        assertThat(due(NOW, 3)).containsExactly("b", "c", "a");
    }

    @Test
    default void tellsNothingBeforeItIsCreated() {
        add(send("g", "1"));

        assertThat(due(NOW.minusMillis(1), 10)).isEmpty();
        assertThat(due(NOW, 10)).containsExactly("g");
    }

    @Test
    default void letsGroupsTakeTurns() {
        long fence = lead();
        add(send("g", "1"), send("g", "2"), send("h", "3"), send("h", "4"));

        Send first = begin(fence, "g", Priority.REPLY).orElseThrow();
        InHand.settle(outbox(), fence, settlement(first, SettlementKind.SENT));

        assertThat(due(NOW, 10)).containsExactly("h", "g");
    }

    @Test
    default void keepsLanesApart() {
        long fence = lead();
        add(send("g", "1"), operation("g", "2"));

        assertThat(begin(fence, "g", Priority.REPLY)).contains(send("g", "1"));
        assertThat(InHand.begin(outbox(), fence, LaneKind.OPERATIONS, new DueQueue("g", Priority.REPLY)))
                .contains(operation("g", "2"));
    }

    @Test
    default void hasOneOfAGroupAndLaneInHandAtATime() {
        long fence = lead();
        add(send("g", "1"), send("g", "2"), send("g", "3", Priority.MODERATION), send("h", "4"));
        begin(fence, "g", Priority.REPLY);

        assertThat(begin(fence, "g", Priority.REPLY)).isEmpty();
        assertThat(begin(fence, "g", Priority.MODERATION)).isEmpty();
        assertThat(begin(fence, "h", Priority.REPLY)).contains(send("h", "4"));

        InHand.settle(outbox(), fence, settlement(send("g", "1"), SettlementKind.GONE));
        assertThat(begin(fence, "g", Priority.MODERATION)).contains(send("g", "3", Priority.MODERATION));
    }

    @Test
    default void goesOnWithWhatCameWhileOneWasInHand() {
        long fence = lead();
        add(send("g", "1"));
        begin(fence, "g", Priority.REPLY);
        add(send("g", "2"));

        InHand.settle(outbox(), fence, settlement(send("g", "1"), SettlementKind.SENT));

        assertThat(due(NOW, 10)).containsExactly("g");
        assertThat(begin(fence, "g", Priority.REPLY)).contains(send("g", "2"));
    }

    @Test
    default void knowsWhatIsInHand() {
        long fence = lead();
        add(send("g", "1"), send("g", "2"));
        assertThat(outbox().inHand("g", "1")).isFalse();

        begin(fence, "g", Priority.REPLY);
        assertThat(outbox().inHand("g", "1")).isTrue();
        assertThat(outbox().inHand("g", "2")).isFalse();

        InHand.settle(outbox(), fence, settlement(send("g", "1"), SettlementKind.SENT));
        assertThat(outbox().inHand("g", "1")).isFalse();
    }

    @Test
    default void givesAnEntryToOneOfManyAtOnce() throws InterruptedException {
        long fence = lead();
        IntStream.range(0, 60).forEach(i -> add(send("g" + i % 6, "id" + i)));

        List<List<String>> taken = atOnce(6, () -> takeAll(fence));

        assertThat(taken.stream().flatMap(List::stream)).hasSize(60).doesNotHaveDuplicates();
        assertThat(due(NOW, 10)).isEmpty();
    }

    private List<String> takeAll(long fence) {
        List<String> taken = new ArrayList<>();
        List<DueQueue> due;
        while (!(due = outbox().due(LaneKind.MESSAGES, NOW, 10)).isEmpty()) {
            for (DueQueue next : due) {
                InHand.begin(outbox(), fence, LaneKind.MESSAGES, next).ifPresent(send -> {
                    taken.add(send.id());
                    InHand.settle(outbox(), fence, settlement(send, SettlementKind.SENT));
                });
            }
        }
        return taken;
    }
}
