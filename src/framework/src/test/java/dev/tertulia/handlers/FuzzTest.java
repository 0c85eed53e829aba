package dev.tertulia.handlers;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.journal.Step;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.webhook.Receiver;
import dev.tertulia.webhook.SpoiltDeliveries;
import dev.tertulia.webhook.SpoiltDeliveries.Spoilt;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes with a right signature is answered 200, and the message beside it is handled. */
class FuzzTest {

    private static final int LINES = 100;
    private static final int DELIVERIES_OF_A_LINE = 1_000;
    private static final Path SAMPLES = Path.of("../wire/webhooks");
    /** How often each message was handled, by its id. */
    private static final Map<String, Integer> HANDLED = new ConcurrentHashMap<>();

    @Bot
    static final class NeighbourBot {

        @OnMessage
        void note(GroupMessage message) {
            if (message.group().equals("neighbours")) {
                HANDLED.merge(message.id(), 1, Integer::sum);
            }
        }
    }

    @Test
    @Timeout(300)
    void nothingSpoiltStopsItsNeighbours() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz: seed " + seed + "; the same again with -Dfuzz.seed=" + seed);
        IntStream.range(0, LINES).parallel().forEach(line -> nothingSpoiltStopsItsNeighbours(seed + line));
    }

    private static void nothingSpoiltStopsItsNeighbours(long seed) {
        TestLine line = Bots.line(NeighbourBot.class);

        List<String> neighbours = deliver(new SpoiltDeliveries(seed, SAMPLES), line);

        assertThat(neighbours).as("seed %d", seed).isNotEmpty();
        assertThat(neighbours.stream().filter(neighbour -> HANDLED.getOrDefault(neighbour, 0) != 1))
                .as("neighbours that were not handled once, seed %d", seed).isEmpty();
        assertThat(line.journal(Step.DEAD)).isEmpty();
        assertThat(line.journal(Step.RETRIED)).isEmpty();
    }

    /** Brings a row of deliveries and returns the neighbours in them. */
    private static List<String> deliver(SpoiltDeliveries deliveries, TestLine line) {
        Receiver receiver = new Receiver(List.of(SpoiltDeliveries.SECRET), List.of(line.intake()), new ObjectMapper(),
                InstantSource.fixed(SpoiltDeliveries.NOW), entry -> {});
        List<String> neighbours = new ArrayList<>();
        for (int i = 0; i < DELIVERIES_OF_A_LINE; i++) {
            Spoilt spoilt = deliveries.next();
            try {
                assertThat(receiver.receive(spoilt.signature(), spoilt.body())).isEqualTo(Receiver.Answer.OK);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("what stopped at " + spoilt, e);
            }
            if (spoilt.neighbour() != null) {
                neighbours.add(spoilt.neighbour());
            }
        }
        line.settle();
        return neighbours;
    }
}
