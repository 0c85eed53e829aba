package dev.tertulia.graph;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.graph.http.RequestBody;
import dev.tertulia.graph.http.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/** No call takes an answer for good that is not one of the Graph API, whatever its status. */
class UnreadableAnswersTest {

    private static final List<String> UNREADABLE = List.of("", "<html>Log in</html>", "{}", "[]", "null", "\"ok\"",
            "{\"success\":false}", "{\"data\":null}", "{\"data\":{}}", "{\"id\":null}", "{\"messages\":[{\"id\":",
            "{\"analytics\":{}}", "{\"pricing_analytics\":{}}", "{\"pricing_analytics\":{\"data\":[{}]}}",
            "{\"request_id\":null}", "{\"request_id\":{}}", "{\"messages\":[{\"id\":null}]}");

    /** Says the same to every request. */
    private record Parrot(Answer answer) implements FileTransport {

        @Override
        public Answer exchange(String method, String path, String token, RequestBody payload) {
            return answer;
        }

        @Override
        public Download download(URI address, String token) {
            throw new AssertionError("nobody said where the file is");
        }
    }

    static Stream<Arguments> callsAndAnswers() {
        return WireCalls.CALLS.keySet().stream().sorted()
                .flatMap(call -> UNREADABLE.stream().map(answer -> Arguments.of(call, answer)));
    }

    static Stream<String> calls() {
        return WireCalls.CALLS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("callsAndAnswers")
    void isUnknownOrAnError(String call, String answer) throws IOException {
        assertThat(meaning(call, new Transport.Answer(200, answer)))
                .isInstanceOfAny(Outcome.Unclear.class, WhatsAppUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"invite_link\":null}", "{\"invite_link\":\" \"}", "{\"invite_link\":[]}"})
    void aNewLinkThatIsNoneIsUnknown(String answer) throws IOException {
        assertThat(meaning("groups.invite_link.reset", new Transport.Answer(200, answer)))
                .isInstanceOf(Outcome.Unclear.class);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isThatRefusalWhereItNamesAnError(String call) throws IOException {
        Object meaning = meaning(call, new Transport.Answer(200, "{\"error\":{\"code\":130429}}"));

        assertThat(meaning).satisfiesAnyOf(
                outcome -> assertThat(outcome)
                        .isEqualTo(new Outcome.Refused(new GraphError(200, 130429, "HTTP 200"))),
                thrown -> assertThat(((RefusedByWhatsApp) thrown).code()).isEqualTo(130429));
    }

    private static Object meaning(String call, Transport.Answer answer) throws IOException {
        try {
            return WireCalls.make(call, new Parrot(answer));
        } catch (WhatsAppUnavailable | RefusedByWhatsApp told) {
            return told;
        }
    }
}
