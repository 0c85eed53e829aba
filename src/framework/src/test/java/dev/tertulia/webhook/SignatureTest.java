package dev.tertulia.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.webhook.Receiver.Answer;

import static dev.tertulia.webhook.SampleIntake.SECRET;
import static dev.tertulia.webhook.SampleIntake.sign;
import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {

    private static final byte[] BODY = SampleIntake.change("messages", """
            "messages": [{"from": "16505551234", "group_id": "G1", "id": "wamid.1", "timestamp": "1760446100",
            "type": "text", "text": {"body": "hi"}}]""").getBytes(StandardCharsets.UTF_8);
    private static final String RIGHT = sign(SECRET, BODY);

    private final SampleIntake intake = new SampleIntake();

    @Test
    void agreesWithAVectorFromElsewhere() {
        byte[] body = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8);
        String known = "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";

        assertThat(new SampleIntake("key").receiver.receive(known, body)).isEqualTo(Answer.OK);
    }

    @Test
    void letsInWhatIsSigned() {
        assertThat(intake.receiver.receive(RIGHT, BODY)).isEqualTo(Answer.OK);
        assertThat(intake.events()).hasSize(1);
        assertThat(intake.rings).isEqualTo(1);
    }

    @Test
    void takesHexDigitsInUpperCaseToo() {
        String upper = "sha256=" + RIGHT.substring("sha256=".length()).toUpperCase(Locale.ROOT);

        assertThat(intake.receiver.receive(upper, BODY)).isEqualTo(Answer.OK);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sha256=", "sha256=00", "sha256=no hex at all", "sha1=da39a3ee5e6b4b0d3255bfef95601890",
            "sha256=0000000000000000000000000000000000000000000000000000000000000000"})
    void refusesAnyOtherHeader(@Nullable String header) {
        refuses(header, BODY);
    }

    @Test
    void refusesTheDigestWithoutItsPrefix() {
        refuses(RIGHT.substring("sha256=".length()), BODY);
    }

    @Test
    void refusesADigestThatGoesOn() {
        refuses(RIGHT + "00", BODY);
    }

    @Test
    void refusesTheSignatureOfAnotherSecret() {
        refuses(sign("another secret", BODY), BODY);
    }

    @Test
    void refusesABodyOfWhichOneByteChanged() {
        for (int place = 0; place < BODY.length; place++) {
            byte[] changed = BODY.clone();
            changed[place] ^= 1;

            refuses(RIGHT, changed);
        }
    }

    @Test
    void takesEitherSecretWhileOneIsReplaced() {
        SampleIntake both = new SampleIntake("new secret", SECRET);

        assertThat(both.receiver.receive(sign(SECRET, BODY), BODY)).isEqualTo(Answer.OK);
        assertThat(both.receiver.receive(sign("new secret", BODY), BODY)).isEqualTo(Answer.OK);
        assertThat(both.receiver.receive(sign("third", BODY), BODY)).isEqualTo(Answer.NOT_SIGNED);
    }

    @Test
    void looksIntoNothingThatIsNotSigned() {
        refuses("sha256=00", "{ this is not JSON".getBytes(StandardCharsets.UTF_8));
        refuses(null, new byte[0]);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"subscribe,let me in,true", "subscribe,let me,false", "subscribe,-,false",
            "unsubscribe,let me in,false", "-,let me in,false", "-,-,false"})
    void shakesHandsWithWhoKnowsTheToken(@Nullable String mode, @Nullable String token, boolean shakes) {
        assertThat(Receiver.handshake(mode, token, "let me in")).isEqualTo(shakes);
    }

    private void refuses(@Nullable String header, byte[] body) {
        assertThat(intake.receiver.receive(header, body)).isEqualTo(Answer.NOT_SIGNED);
        assertThat(intake.events()).isEmpty();
        assertThat(intake.inbox.quarantined()).isEmpty();
        assertThat(intake.journal.entries()).isEmpty();
    }
}
