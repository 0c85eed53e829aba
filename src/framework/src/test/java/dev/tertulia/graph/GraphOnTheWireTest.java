package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.graph.http.HostUnavailable;
import dev.tertulia.graph.http.RequestBody;
import dev.tertulia.graph.http.Transport;

import static org.assertj.core.api.Assertions.assertThat;

/** What requests and answers look like beyond the files in {@code wire/rest}. */
class GraphOnTheWireTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GraphSettings SETTINGS = new GraphSettings("v25.0", "106540352242922", "secret", "en_US");
    private static final String GROUP = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
    private static final String CALLBACK = "order-1744434060";

    private final FakeTransport transport = new FakeTransport();
    private final GraphClient graph = Clients.of(SETTINGS, transport, JSON);

    private record Call(String method, String path, String accessToken, JsonNode body) {}

    private static final class FakeTransport implements Transport {

        final List<Call> calls = new ArrayList<>();
        Answer answer = new Answer(200, "{}");

        @Override
        public Answer exchange(String method, String path, String accessToken, RequestBody payload) throws IOException {
            calls.add(new Call(method, path, accessToken, JSON.readTree(payload.content())));
            return answer;
        }
    }

    private static Action text(String words) {
        return new Message.FreeForm(new Body.Text(words), null);
    }

    @Test
    void aTemplateMayNameItsLanguageAndHaveNoParameters() {
        graph.execute(GROUP, new Message.TemplateMessage(Template.of("hello").in("pt_BR")), CALLBACK);

        assertThat(transport.calls.getFirst().body().path("template"))
                .hasToString("{\"name\":\"hello\",\"language\":{\"code\":\"pt_BR\"}}");
    }

    @Test
    void onlyTheSettingsThatChangeAreSent() {
        graph.execute(GROUP, new GroupOperation.ChangeSettings(" Tea ", null), CALLBACK);
        graph.execute(GROUP, new GroupOperation.ChangeSettings(null, ""), CALLBACK);

        assertThat(transport.calls).extracting(call -> call.body().toString()).containsExactly(
                "{\"messaging_product\":\"whatsapp\",\"subject\":\"Tea\"}",
                "{\"messaging_product\":\"whatsapp\",\"description\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"500 | <html>Oops</html> | HTTP 500", "502 | '' | HTTP 502",
            "400 | {} | HTTP 400", "503 | [] | HTTP 503", "404 | null | HTTP 404"})
    void anErrorThatSaysNothingIsStillAnError(int status, String body, String message) {
        transport.answer = new Transport.Answer(status, body);

        assertThat(graph.execute(GROUP, text("hi"), CALLBACK))
                .isEqualTo(new Outcome.Refused(new GraphError(status, -1, message)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"200 | ''", "200 | <html>", "200 | {}", "200 | []", "200 | null",
            "206 | {\"messages\": []}", "200 | {\"messages\": [{}]}", "200 | {\"messages\": [{\"id\": \"\"}]}",
            "200 | {\"success\": true}", "200 | {\"error\": {}}", "200 | {\"error\": \"no\"}", "204 | ''",
            "301 | {\"messages\": [{\"id\": \"wamid.1\"}]}", "302 | <html>", "303 | {\"success\": true}", "304 | ''",
            "307 | {\"error\": {\"code\": 100}}", "308 | ''"})
    void anAnswerThatSaysNothingIsUnclear(int status, String body) {
        transport.answer = new Transport.Answer(status, body);

        assertThat(graph.execute(GROUP, text("hi"), CALLBACK)).isEqualTo(new Outcome.Unclear(
                "HTTP " + status + ", and the answer is not one of the Graph API to this request"));
    }

    @ParameterizedTest
    @CsvSource({"200", "206", "400"})
    void anErrorIsThatRefusalWhateverItsStatus(int status) {
        transport.answer = new Transport.Answer(status, "{\"error\":{\"code\":130429,\"message\":\"too fast\"}}");

        assertThat(graph.execute(GROUP, text("hi"), CALLBACK))
                .isEqualTo(new Outcome.Refused(new GraphError(status, 130429, "too fast")));
    }

    @Test
    void anErrorSaysWhetherItPasses() {
        transport.answer = new Transport.Answer(400, "{\"error\":{\"code\":999999,\"is_transient\":true}}");

        assertThat(graph.execute(GROUP, text("hi"), CALLBACK))
                .isEqualTo(new Outcome.Refused(new GraphError(400, 999_999, "HTTP 400", true)));
    }

    @Test
    void halfACharacterDoesNotKeepTheRestFromLeaving() {
        transport.answer = new Transport.Answer(200, "{\"messages\": [{\"id\": \"wamid.1\"}]}");

        assertThat(graph.execute(GROUP, text("cut \uD83D"), CALLBACK)).isEqualTo(new Outcome.Accepted("wamid.1"));
        assertThat(transport.calls.getFirst().body().at("/text/body").asText()).isEqualTo("cut ?");
    }

    @Test
    void nothingIsTriedWhileTheHostIsAway() {
        Transport away = (method, path, token, payload) -> {
            throw new HostUnavailable("graph.example");
        };

        assertThat(Clients.of(SETTINGS, away, new ObjectMapper()).execute("G",
                new GroupOperation.ResetInviteLink(), "1"))
                .isEqualTo(new Outcome.NotSent(
                        "graph.example is unavailable; one request at a time checks whether it is back", false));
    }

    @Test
    void whatNeverConnectedWasNotSent() {
        GraphClient unreachable = Clients.of(SETTINGS, (method, path, token, payload) -> {
            throw new ConnectException("connection refused");
        }, JSON);

        assertThat(unreachable.execute(GROUP, text("hi"), CALLBACK))
                .isEqualTo(new Outcome.NotSent("connection refused"));
    }

    @Test
    void whatBrokeOnItsWayIsUnclear() {
        GraphClient broken = Clients.of(SETTINGS, (method, path, token, payload) -> {
            throw new IOException("connection reset");
        }, JSON);

        assertThat(broken.execute(GROUP, text("hi"), CALLBACK)).isEqualTo(new Outcome.Unclear("connection reset"));
    }

    @Test
    void settingsDoNotTellTheToken() {
        assertThat(SETTINGS).hasToString("GraphSettings[v25.0 106540352242922]");
    }

    @Test
    void wordsOutsideOfAsciiStayWhatTheyAre() {
        graph.execute(GROUP, text("Grüße 👋"), CALLBACK);

        assertThat(transport.calls.getFirst().body().at("/text/body").asText()).isEqualTo("Grüße 👋");
    }
}
