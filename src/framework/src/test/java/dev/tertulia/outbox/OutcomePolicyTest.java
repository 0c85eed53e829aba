package dev.tertulia.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.action.Message;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.graph.GraphError;
import dev.tertulia.graph.Outcome;

import static dev.tertulia.message.Events.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What each outcome means for the entry, its group, its lane and its number. */
class OutcomePolicyTest extends OutcomeBench {

    @Test
    void takenOnIsSent() {
        Settlement settlement = verdict.of(text(), new Outcome.Accepted("wamid.1"), NOW);

        assertThat(settlement).isEqualTo(new Settlement.Sent(text(), NOW, "wamid.1"));
    }

    @Test
    void neverSentIsSentAgainSoon() {
        Settlement settlement = verdict.of(text(), new Outcome.NotSent("connection refused"), NOW);

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(settlement.reason()).isEqualTo("connection refused");
        assertThat(pause(settlement)).isPositive().isLessThanOrEqualTo(Duration.ofMillis(250));
        assertThat(settlement.send().progress()).isNotInstanceOf(Progress.Unknown.class);
    }

    @Test
    void whatFailsBeforeItIsAskedIsTriedAgainAndNotUnknown() {
        Settlement settlement = verdict.failedBefore(text(), NOW, new IllegalStateException("secret words"));

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(settlement.send().progress()).isEqualTo(new Progress.Ready(1));
        assertThat(pause(settlement)).isPositive().isLessThanOrEqualTo(Duration.ofMillis(250));
        assertThat(settlement.reason()).startsWith("this program failed to process it: ")
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void whatFailsBeforeItIsAskedIsADeadLetterInTheEnd() {
        int attempts = OutboxSettings.USUAL.attempts();

        Settlement settlement = verdict.failedBefore(tried(text(), attempts), NOW, new StackOverflowError());

        assertThat(settlement).isInstanceOf(Settlement.Dead.class);
        assertThat(settlement.reason())
                .startsWith("tried " + (attempts + 1) + " times; this program failed to process it: ");
    }

    @Test
    void whatWasNotEvenTriedStaysAsItIsAndTheLanesRest() {
        Settlement settlement = verdict.of(tried(text(), 3), new Outcome.NotSent("away", false), NOW);

        assertThat(settlement).isEqualTo(new Settlement.Again(tried(text(), 3), NOW, NOW, "away"));
        assertThat(Duration.ofNanos(messages.reserve())).isEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.ofNanos(operations.reserve())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void withoutAnswerIsUnknownForTwoMinutes() {
        assertUnknown(verdict.of(text(), new Outcome.Unclear("timed out"), NOW), "timed out");
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "503, 2", "500, 131000", "500, 131016", "500, -1", "502, 999999"})
    void anErrorThatMayHaveDoneSomethingLeavesAMessageUnknown(int httpStatus, int code) {
        assertUnknown(refused(text(), httpStatus, code), String.valueOf(code));
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "503, 2", "500, 131000", "500, -1"})
    void anErrorThatMayHaveDoneSomethingIsRepeatedWhereThatIsSafe(int httpStatus, int code) {
        Settlement settlement = refused(send(REMOVE, null), httpStatus, code);

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(settlement.send().progress()).isNotInstanceOf(Progress.Unknown.class);
        assertUnknown(refused(send(RESET, null), httpStatus, code), String.valueOf(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 131000, 131016})
    void anErrorInAStatusIsKnownToHaveFailed(int code) {
        Settlement settlement = verdict.refused(text(), new GraphError(0, code, "message"), NOW);

        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(settlement.send().progress()).isNotInstanceOf(Progress.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {133004, 131057})
    void anErrorThatDidNothingIsRepeated(int code) {
        assertThat(refused(text(), 500, code)).isInstanceOf(Settlement.Again.class);
    }

    @Test
    void pausesGrowUpToAMinute() {
        List<Long> longest = IntStream.of(0, 1, 2, 3, 6, 7).mapToObj(attempts -> IntStream.range(0, 2_000)
                .mapToObj(i -> pause(refused(tried(text(), attempts), 500, 133004)).toMillis())
                .max(Long::compare).orElseThrow()).toList();

        long[] caps = {250, 500, 1_000, 2_000, 16_000, 32_000};
        for (int i = 0; i < caps.length; i++) {
            assertThat(longest.get(i)).isBetween(caps[i] * 95 / 100, caps[i]);
        }
        assertThat(new Backoff(Duration.ofMillis(250), Duration.ofMinutes(1), new Random(1)).after(1_000))
                .isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void afterTheLastAttemptItIsDead() {
        Settlement settlement = refused(tried(text(), 8), 503, 133004);

        assertThat(settlement).isInstanceOf(Settlement.Dead.class);
        assertThat(settlement.reason()).isEqualTo("tried 9 times; 133004 Server away for the moment: WhatsApp cannot be"
                + " reached internally. Nothing; it goes on by itself.");
    }

    @Test
    void whatWhatsAppStumblesOverEachTimeIsDeadInTheEnd() {
        assertThat(refused(tried(text(), 7), 500, 131000)).isInstanceOf(Settlement.Again.class);
        assertThat(refused(tried(text(), 8), 500, 131000)).isInstanceOf(Settlement.Dead.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {131047, 470})
    void aShutWindowIsRememberedAndTheNoticeDecides(int code) {
        Settlement template = refused(send(TEXT, new WhenShut.UseTemplate(TEMPLATE)), 400, code);
        Settlement hold = refused(send(TEXT, new WhenShut.Hold(Duration.ofHours(3))), 400, code);
        Settlement drop = refused(send(TEXT, new WhenShut.Drop()), 400, code);

        assertThat(windows.shut).isEqualTo("G");
        assertThat(template).isInstanceOf(Settlement.Again.class);
        assertThat(due(template)).isEqualTo(NOW);
        assertThat(hold).isInstanceOfSatisfying(Settlement.Held.class,
                held -> assertThat(held.until()).isEqualTo(NOW.plus(Duration.ofHours(3))));
        assertThat(drop).isInstanceOf(Settlement.Gone.class);
    }

    @Test
    void aShutWindowKillsWhatHasNoOtherForm() {
        Settlement template = refused(send(new Message.TemplateMessage(TEMPLATE), null), 400, 131047);
        Settlement pin = refused(send(new Message.Pin("wamid.1", 7), null), 400, 131047);

        assertThat(template).isInstanceOf(Settlement.Dead.class);
        assertThat(pin).isInstanceOf(Settlement.Dead.class);
        assertThat(windows.shut).isNull();
    }

    @Test
    void anEmptyGroupWaitsForSomebody() {
        Settlement settlement = refused(text(), 400, 131020);

        assertThat(settlement).isEqualTo(new Settlement.Parked(text(), NOW, BlockedUntil.UNTIL_JOIN));
    }

    @Test
    void aSuspendedGroupWaitsUntilItIsCleared() {
        Settlement settlement = refused(text(), 403, 131207);

        assertThat(settlement).isEqualTo(new Settlement.Parked(text(), NOW, BlockedUntil.UNTIL_CLEARED));
    }

    @Test
    void aGroupThatWhatsAppDoesNotKnowMayBeNew() {
        Settlement first = refused(text(), 400, 131041);

        assertThat(first).isInstanceOf(Settlement.Again.class);
        assertThat(pause(first)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aGroupThatWhatsAppStillDoesNotKnowIsGone() {
        Settlement fourth = refused(tried(text(), 3), 400, 131041);

        assertThat(fourth).isInstanceOf(Settlement.Dead.class);
        assertThat(fourth.reason()).startsWith("131041 Group unknown");
    }

    @ParameterizedTest
    @ValueSource(ints = {131212, 131213, 131201})
    void whatIsSoAlreadyIsDone(int code) {
        assertThat(refused(send(REMOVE, null), 400, code)).isInstanceOf(Settlement.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {131048, 131049, 131026, 131051, 131009, 100, 132001})
    void whatCannotWorkIsADeadLetterWithItsCause(int code) {
        Settlement settlement = refused(text(), 400, code);

        assertThat(settlement).isInstanceOf(Settlement.Dead.class);
        assertThat(settlement.reason()).isEqualTo(new GraphError(400, code, "message").explain());
    }

    @Test
    void anUnknownErrorIsADeadLetterInMetasWords() {
        assertThat(refused(text(), 418, 999_999).reason()).isEqualTo("999999 (HTTP 418): message");
    }
}
