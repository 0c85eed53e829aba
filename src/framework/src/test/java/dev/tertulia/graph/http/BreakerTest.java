package dev.tertulia.graph.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.journal.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What an outage of WhatsApp's costs, and how its end is found out. */
class BreakerTest {

    private final SteppedClock clock = new SteppedClock();
    private final ScriptedHost host = new ScriptedHost();
    private final RecordingJournal journal = new RecordingJournal();
    private final Breaker breaker = new Breaker(host, "graph.example", clock, journal);

    private static final class SteppedClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Answers with a status; 0 refuses connections. */
    private static final class ScriptedHost implements FileTransport {

        private int status = 200;
        private int requests;
        private Runnable meanwhile = () -> {};

        @Override
        public Answer exchange(String method, String path, String accessToken, RequestBody payload) throws IOException {
            requests++;
            Runnable happens = meanwhile;
            meanwhile = () -> {};
            happens.run();
            if (status == 0) {
                throw new ConnectException("refused");
            }
            return new Answer(status, "{}");
        }

        @Override
        public Download download(URI address, String accessToken) {
            throw new UnsupportedOperationException();
        }
    }

    private void ask() {
        try {
            breaker.exchange("GET", "/", "token", RequestBody.json());
        } catch (IOException e) {
            // so is the outage seen by whoever asks
        }
    }

    private void ask(int times, int status) {
        host.status = status;
        for (int i = 0; i < times; i++) {
            ask();
        }
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private void assertNotTried() {
        int before = host.requests;
        assertThatExceptionOfType(HostUnavailable.class)
                .isThrownBy(() -> breaker.exchange("GET", "/", "token", RequestBody.json()))
                .withMessage("graph.example is unavailable; one request at a time checks whether it is back");
        assertThat(host.requests).isEqualTo(before);
    }

    @Test
    void fiveFailuresInARowAreAnOutage() {
        ask(4, 0);
        assertThat(breaker.away()).isFalse();
        ask(1, 503);

        assertThat(breaker.away()).isTrue();
        assertNotTried();
    }

    @Test
    void anErrorIsAnAnswer() {
        ask(4, 0);
        ask(1, 400);
        ask(4, 0);
        ask(20, 429);

        assertThat(breaker.away()).isFalse();
        assertThat(host.requests).isEqualTo(29);
    }

    @Test
    void oneRequestAtATimeFindsOutThatItLasts() {
        ask(5, 0);
        for (int probe = 1; probe <= 3; probe++) {
            pass(Duration.ofSeconds(6));
            host.meanwhile = this::assertNotTried;
            ask(10, 0);
            assertThat(host.requests).isEqualTo(5 + probe);
        }

        assertThat(journal.details(Step.HOST_AWAY)).singleElement().asString()
                .startsWith("graph.example did not answer 5 times in a row");
        assertThat(journal.details(Step.HOST_BACK)).isEmpty();
    }

    @Test
    void oneAnswerEndsIt() {
        ask(5, 0);
        pass(Duration.ofSeconds(6));
        ask(3, 200);

        assertThat(host.requests).isEqualTo(8);
        assertThat(breaker.away()).isFalse();
        assertThat(journal.details(Step.HOST_BACK)).containsExactly("graph.example answers again");
    }

    /** As when the program ends while it asks: else nobody would ever ask again. */
    @Test
    void aProbeThatIsCutShortIsRepeated() {
        ask(5, 0);
        pass(Duration.ofSeconds(6));
        host.meanwhile = () -> {
            throw new IllegalStateException("interrupted");
        };
        assertThatIllegalStateException().isThrownBy(this::ask);

        ask(1, 200);

        assertThat(breaker.away()).isFalse();
    }
}
