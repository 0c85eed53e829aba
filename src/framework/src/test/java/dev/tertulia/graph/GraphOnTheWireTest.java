package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests look as the files in {@code wire/rest} print them, and the answers printed there mean what they say. */
class GraphOnTheWireTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WIRE = Path.of("src/test/resources/wire/rest");
    private static final GraphSettings SETTINGS = new GraphSettings("v25.0", "106540352242922", "secret", "en_US");
    private static final String GROUP = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
    private static final String MESSAGE = "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAEhgWM0VCMEExQjJDM0Q0RTVGNjA3MTgyORwYCzE2"
            + "NTA1NTUxMjM0FQIAAA==";
    private static final String REQUEST = "MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw";
    private static final String OTHER_REQUEST = "MTY1MDU1NTEyMzQ6MTIwMzYzNDA0Njk0MjMzODIw";
    private static final String CALLBACK = "order-1744434060";

    private final FakeTransport transport = new FakeTransport();
    private final GraphClient graph = new GraphClient(SETTINGS, transport, JSON);

    private record Call(String method, String path, String accessToken, JsonNode body) {}

    private static final class FakeTransport implements Transport {

        final List<Call> calls = new ArrayList<>();
        Answer answer = new Answer(200, "{}");

        @Override
        public Answer exchange(String method, String path, String accessToken, byte[] json) throws IOException {
            calls.add(new Call(method, path, accessToken, JSON.readTree(json)));
            return answer;
        }
    }

    /**
     * A request.
     *
     * @param without what the file shows and we do not send
     */
    private record Sample(String file, Action action, String... without) {

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Sample> samples() {
        return List.of(
                new Sample("messages.group.text",
                        text("This is another destination option: https://www.luckytravel.com/DDLmU5F1Pw"),
                        "/text/preview_url"),
                new Sample("messages.group.text_reply",
                        new Action.FreeForm(new Body.Text("Thanks Sheena"), MESSAGE)),
                new Sample("messages.group.template",
                        new Action.TemplateMessage(Template.of("event_update", "Saturday", "7:30 pm")),
                        "/template/components/3", "/template/components/2", "/template/components/0"),
                new Sample("messages.group.pin", new Action.Pin(MESSAGE, 4)),
                new Sample("messages.group.unpin", new Action.Unpin(MESSAGE)),
                new Sample("groups.participants.remove",
                        new Action.RemoveMembers(List.of("+16505551234", "US.13491208655302741918"))),
                new Sample("groups.update_text",
                        new Action.ChangeSettings("Watch Enthusiasts",
                                "Join our community to discuss the latest timepieces.")),
                new Sample("groups.invite_link.reset", new Action.ResetInviteLink()),
                new Sample("groups.join_requests.approve",
                        new Action.ApproveRequests(List.of(REQUEST, OTHER_REQUEST))),
                new Sample("groups.join_requests.reject", new Action.RejectRequests(List.of(REQUEST))));
    }

    private static Action text(String words) {
        return new Action.FreeForm(new Body.Text(words), null);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void looksAsPrinted(Sample sample) throws IOException {
        JsonNode printed = read(sample.file()).path("request");

        graph.execute(GROUP, sample.action(), CALLBACK);

        Call call = transport.calls.getFirst();
        assertThat(call.method()).isEqualTo(printed.path("method").asText());
        assertThat(call.path()).isEqualTo(printed.path("path").asText());
        assertThat(call.accessToken()).isEqualTo("secret");
        assertThat(call.body()).isEqualTo(expected(sample, (ObjectNode) printed.path("body")));
    }

    /** Every message carries our id, whether or not the file shows it; operations have no place for one. */
    private static JsonNode expected(Sample sample, ObjectNode printed) {
        for (String pointer : sample.without()) {
            int last = pointer.lastIndexOf('/');
            JsonNode parent = printed.at(pointer.substring(0, last));
            String name = pointer.substring(last + 1);
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) parent).remove(Integer.parseInt(name));
            }
        }
        return sample.action().isMessage() ? printed.put("biz_opaque_callback_data", CALLBACK) : printed;
    }

    @Test
    void aTemplateMayNameItsLanguageAndHaveNoParameters() {
        graph.execute(GROUP, new Action.TemplateMessage(Template.of("hello").in("pt_BR")), CALLBACK);

        assertThat(transport.calls.getFirst().body().path("template"))
                .hasToString("{\"name\":\"hello\",\"language\":{\"code\":\"pt_BR\"}}");
    }

    @Test
    void onlyTheSettingsThatChangeAreSent() {
        graph.execute(GROUP, new Action.ChangeSettings(" Tea ", null), CALLBACK);
        graph.execute(GROUP, new Action.ChangeSettings(null, ""), CALLBACK);

        assertThat(transport.calls).extracting(call -> call.body().toString()).containsExactly(
                "{\"messaging_product\":\"whatsapp\",\"subject\":\"Tea\"}",
                "{\"messaging_product\":\"whatsapp\",\"description\":\"\"}");
    }

    private record Printed(String name, int status, JsonNode body) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Printed> answers() throws IOException {
        List<Printed> answers = new ArrayList<>();
        try (Stream<Path> files = Files.list(WIRE)) {
            for (Path file : files.sorted().toList()) {
                JSON.readTree(file.toFile()).path("responses").forEach(answer -> answers.add(new Printed(
                        file.getFileName() + " " + answer.path("case").asText(), answer.path("status").asInt(),
                        answer.path("body"))));
            }
        }
        return answers;
    }

    @ParameterizedTest
    @MethodSource("answers")
    void meansWhatItSays(Printed printed) {
        transport.answer = new Transport.Answer(printed.status(), printed.body().toString());

        Outcome outcome = graph.execute(GROUP, text("hi"), CALLBACK);

        JsonNode error = printed.body().path("error");
        JsonNode id = printed.body().at("/messages/0/id");
        String words = error.at("/error_data/details").asText(error.path("message").asText());
        assertThat(outcome).usingRecursiveComparison().ignoringFields("receipt").isEqualTo(error.isMissingNode()
                ? new Outcome.Accepted(id.isMissingNode() ? null : id.asText())
                : new Outcome.Refused(new GraphError(printed.status(), error.path("code").asInt(), words)));
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
    @CsvSource(delimiter = '|', value = {"200 | ''", "200 | <html>", "200 | {}", "206 | {\"messages\": []}"})
    void anAnswerThatSaysNothingIsStillTakenOn(int status, String body) {
        transport.answer = new Transport.Answer(status, body);

        assertThat(graph.execute(GROUP, text("hi"), CALLBACK)).isEqualTo(new Outcome.Accepted(null));
    }

    @Test
    void whatNeverConnectedWasNotSent() {
        GraphClient unreachable = new GraphClient(SETTINGS, (method, path, token, json) -> {
            throw new ConnectException("connection refused");
        }, JSON);

        assertThat(unreachable.execute(GROUP, text("hi"), CALLBACK))
                .isEqualTo(new Outcome.NotSent("connection refused"));
    }

    @Test
    void whatBrokeOnItsWayIsUnclear() {
        GraphClient broken = new GraphClient(SETTINGS, (method, path, token, json) -> {
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

    private static JsonNode read(String name) throws IOException {
        return JSON.readTree(WIRE.resolve(name + ".json").toFile());
    }
}
