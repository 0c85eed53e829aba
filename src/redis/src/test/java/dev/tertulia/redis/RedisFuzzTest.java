package dev.tertulia.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.InHand;
import dev.tertulia.store.Inbox;
import dev.tertulia.webhook.Intake;
import dev.tertulia.webhook.Receiver;
import dev.tertulia.webhook.Reports;
import dev.tertulia.webhook.SpoiltDeliveries;
import dev.tertulia.webhook.SpoiltDeliveries.Spoilt;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes with a right signature can be kept in Redis and read back. */
class RedisFuzzTest {

    private static final int DELIVERIES = 3_000;
    private static final String UNREADABLE = "mailbox.unreadable";
    private static final Path SAMPLES = Path.of("../wire/webhooks");

    private final Inbox inbox = TestRedis.shared().stores().inbox();
    private final Receiver receiver = new Receiver(List.of(SpoiltDeliveries.SECRET),
            List.of(new Intake(SpoiltDeliveries.NUMBER, inbox, Reports.IN_TURNS, () -> false, () -> {})),
            new ObjectMapper(),
            InstantSource.fixed(SpoiltDeliveries.NOW), entry -> {});

    @Test
    @Timeout(120)
    void nothingSpoiltStopsItsNeighbours() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz: repeat with -Dfuzz.seed=" + seed);
        SpoiltDeliveries deliveries = new SpoiltDeliveries(seed, SAMPLES);
        List<String> neighbours = new ArrayList<>();

        for (int i = 0; i < DELIVERIES; i++) {
            Spoilt spoilt = deliveries.next();
            assertThat(receiver.receive(spoilt.signature(), spoilt.body())).as("%s", spoilt)
                    .isEqualTo(Receiver.Answer.OK);
            if (spoilt.neighbour() != null) {
                neighbours.add(spoilt.neighbour());
            }
        }

        assertThat(messages()).containsAll(neighbours);
    }

    /** Takes everything out of all mailboxes. */
    private Set<String> messages() {
        Set<String> messages = new HashSet<>();
        for (List<Claim> claims = claim(); !claims.isEmpty(); claims = claim()) {
            for (Claim claim : claims) {
                do {
                    Event event = inbox.open(claim).event();
                    assertThat(event).isNotNull();
                    assertThat(event instanceof Unsupported other ? other.kind() : "").isNotEqualTo(UNREADABLE);
                    if (event instanceof GroupMessage message) {
                        messages.add(message.id());
                    }
                } while (InHand.commit(inbox, claim, Effects.NONE,
                        InstantSource.system().instant()) == Inbox.Committed.MORE);
            }
        }
        return messages;
    }

    private List<Claim> claim() {
        return inbox.claim(100, Duration.ofMinutes(1));
    }
}
