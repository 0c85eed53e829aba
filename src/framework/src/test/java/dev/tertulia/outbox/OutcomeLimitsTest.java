package dev.tertulia.outbox;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.action.Message;
import dev.tertulia.graph.GraphError;
import dev.tertulia.journal.Step;

import static dev.tertulia.message.Events.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What limits of WhatsApp slow down, and for how long. */
class OutcomeLimitsTest extends OutcomeBench {
    @Test
    void tooManyMessagesSlowTheLaneOfMessages() {
        Settlement settlement = refused(text(), 400, 130429);

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(messages.rate()).isEqualTo(40);
        assertThat(operations.rate()).isEqualTo(1);
    }

    @Test
    void tooManyOperationsSlowTheLaneOfOperations() {
        Settlement settlement = refused(send(REMOVE, null), 429, 131208);

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(messages.rate()).isEqualTo(80);
        assertThat(operations.rate()).isEqualTo(0.5);
    }

    @Test
    void tooManyRequestsWithoutACodeSlowTheLaneAndAreNoAttempt() {
        Send patient = text();
        for (int round = 0; round < 20; round++) {
            Settlement settlement = refused(patient, 429, -1);
            assertThat(settlement).isInstanceOf(Settlement.Again.class);
            patient = settlement.send();
        }

        assertThat(messages.rate()).isLessThan(80);
        assertThat(operations.rate()).isEqualTo(1);
        assertThat(patient.progress()).isEqualTo(Progress.NONE);
        assertThat(refused(send(REMOVE, null), 429, -1)).isInstanceOf(Settlement.Again.class);
        assertThat(operations.rate()).isLessThan(1);
    }

    @Test
    void whatPassesByMetasWordSlowsTheLaneAndHasAnEnd() {
        GraphError passes = new GraphError(400, 999_999, "busy", true);

        assertThat(verdict.refused(text(), passes, NOW)).isInstanceOf(Settlement.Again.class);
        assertThat(messages.rate()).isEqualTo(40);
        assertThat(verdict.refused(tried(text(), 8), passes, NOW)).isInstanceOf(Settlement.Dead.class);
    }

    @Test
    void aRequestThatTimedOutMayHaveDoneSomething() {
        assertUnknown(refused(text(), 408, -1), "-1");
        assertThat(refused(send(REMOVE, null), 408, -1).send().progress()).isNotInstanceOf(Progress.Unknown.class);
    }

    @Test
    void theJournalTellsOfALaneThatSlowsDownOnceASecond() {
        refused(text(), 400, 130429);
        refused(text(), 400, 130429);
        refused(send(REMOVE, null), 429, 131208);

        assertThat(journal.details(Step.SLOWED)).containsExactly(
                "messages: 40.0 per second from now on; 130429 Message throughput reached: This number sends faster"
                        + " than WhatsApp lets it. Nothing; the lane slows down by itself.",
                "operations: 0.5 per second from now on; 131208 Group operations limit: Too many operations on groups"
                        + " came from this number. Nothing; the lane slows down by itself.");
    }

    @Test
    void theJournalTellsOfAGroupThatWaits() {
        refused(tried(text(), 1), 400, 131056);

        assertThat(journal.details(Step.SLOWED)).containsExactly("this group waits for PT4S; 131056 Pair rate limit:"
                + " Too many messages went to the same recipient in a short time. Nothing; only this group waits.");
    }

    @Test
    void theJournalTellsOfAPauseOnce() {
        refused(text(), 401, 190);
        refused(text(), 401, 190);

        assertThat(journal.details(Step.PAUSED)).containsExactly("the number pauses for PT1M; 190 Access token expired:"
                + " The access token is no longer valid. Put a fresh WHATSAPP_ACCESS_TOKEN in place and restart.");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 4", "2, 16", "3, 64", "6, 4096", "20, 4096"})
    void tooManyMessagesToOneGroupLetOnlyThatGroupWait(int attempts, int seconds) {
        Settlement settlement = refused(tried(text(), attempts), 400, 131056);

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(pause(settlement)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(messages.rate()).isEqualTo(80);
        assertThat(messages.reserve()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 17, 32, 341, 613, 80007, 80008, 0, 190, 3, 10, 200, 250, 368, 131031, 131042, 131045,
            131215, 133010})
    void whatHoldsForTheWholeNumberLetsEverythingWaitForAMinute(int code) {
        assertThat(refused(text(), 401, code)).isInstanceOf(Settlement.Again.class);

        assertThat(Duration.ofNanos(messages.reserve())).isEqualTo(Duration.ofMinutes(1));
        assertThat(Duration.ofNanos(operations.reserve())).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {130429, 131208, 4, 190})
    void limitsOfTheNumberDoNotCountAsAttempts(int code) {
        Send patient = text();
        for (int round = 0; round < 20; round++) {
            patient = refused(patient, 400, code).send();
        }

        assertThat(refused(patient, 503, 133004)).isInstanceOf(Settlement.Again.class);
    }
}
