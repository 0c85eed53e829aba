package dev.tertulia.outbox;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;

import static dev.tertulia.outbox.OutboxBench.DROP;
import static dev.tertulia.outbox.OutboxBench.HOLD;
import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** First in, first out in a group; groups take turns, and none waits for another. */
class OrderTest {

    private final OutboxBench bench = new OutboxBench();

    @Test
    void aGroupHearsThingsInTheirOrder() {
        bench.opens("G");
        bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);
        bench.add("G", "three", DROP);

        bench.settle();

        assertThat(bench.said()).containsExactly("one", "two", "three");
    }

    @Test
    void groupsTakeTurns() {
        bench.opens("G");
        bench.opens("H");
        for (String words : List.of("one", "two", "three")) {
            bench.add("G", words, DROP);
        }
        bench.add("H", "four", DROP);
        bench.add("H", "five", DROP);

        bench.settle();

        assertThat(bench.saidWhere()).containsExactly("G one", "H four", "G two", "H five", "G three");
    }

    @Test
    void aGroupThatMustWaitDelaysNoOther() {
        bench.opens("G");
        bench.opens("H");
        bench.graph.thenRefuses(400, 131056);
        bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);
        bench.add("H", "three", DROP);

        bench.settle();
        assertThat(bench.saidWhere()).containsExactly("G one", "H three");

        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.saidWhere()).containsExactly("G one", "H three", "G one", "G two");
    }

    @Test
    void theMoreUrgentGroupGoesFirst() {
        for (String group : List.of("B", "N", "R", "M")) {
            bench.opens(group);
        }
        bench.add("B", "broadcast", DROP, Priority.BROADCAST);
        bench.add("N", "notice", DROP, Priority.NOTICE);
        bench.add("R", "reply", DROP, Priority.REPLY);
        bench.add("M", new Message.Unpin("wamid.1"), Priority.MODERATION, null, null);

        bench.settle();

        assertThat(bench.said()).containsExactly("Unpin[messageId=wamid.1]", "reply", "notice", "broadcast");
    }

    @Test
    void operationsAndMessagesDoNotWaitForEachOther() {
        bench.opens("G");
        bench.graph.thenRefuses(400, 131056);
        bench.add("G", "one", DROP);
        bench.add("G", new GroupOperation.ResetInviteLink(), Priority.MODERATION, null, null);

        bench.settle();

        assertThat(bench.said()).containsExactly("one", "ResetInviteLink[]");
    }

    @Test
    void aLimitOfTheNumberKeepsTheOrder() {
        bench.opens("G");
        bench.graph.thenRefuses(400, 130429).thenRefuses(400, 130429);
        bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);

        bench.settle();

        assertThat(bench.said()).containsExactly("one", "one", "one", "two");
    }

    @Test
    void somethingNewWaitsBehindWhatIsTriedAgain() {
        bench.opens("G");
        bench.graph.thenRefuses(503, 133004);
        bench.add("G", "one", DROP);
        bench.settle();
        bench.add("G", "two", DROP);
        bench.settle();
        assertThat(bench.said()).containsExactly("one");

        bench.advance(Duration.ofMillis(250));

        assertThat(bench.said()).containsExactly("one", "one", "two");
    }

    @Test
    void whatMustWaitIsNotHurriedByWhatIsReleased() {
        bench.add("G", "held", HOLD);
        bench.settle();
        bench.graph.thenRefuses(400, 131056);
        bench.add("G", "waits", TEMPLATE);
        bench.settle();

        bench.opens("G");
        assertThat(bench.said()).containsExactly("template hello", "held");

        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.said()).containsExactly("template hello", "held", "waits");
    }
}
