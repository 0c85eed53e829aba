package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The Graph API as requests and answers on the wire. */
public final class GraphClient implements Graph {

    private final GraphSettings settings;
    private final Transport transport;
    private final ObjectMapper json;

    public GraphClient(GraphSettings settings, Transport transport, ObjectMapper json) {
        this.settings = settings;
        this.transport = transport;
        this.json = json;
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        GraphRequest request = GraphRequest.of(settings, group, action, callback);
        String path = "/" + settings.version() + "/" + request.path();
        try {
            byte[] body = request.body().isEmpty() ? new byte[0] : json.writeValueAsBytes(request.body());
            Transport.Answer answer = transport.exchange(request.method().name(), path, settings.accessToken(), body);
            JsonNode node = read(answer.body());
            return answer.status() / 100 == 2 ? accepted(node) : refused(answer.status(), node);
        } catch (ConnectException notSent) {
            return new Outcome.NotSent(String.valueOf(notSent.getMessage()));
        } catch (IOException unclear) {
            return new Outcome.Unclear(String.valueOf(unclear.getMessage()));
        }
    }

    @Override
    public Optional<List<ListedGroup>> groups() {
        return new GroupList(settings, transport, json).read();
    }

    private static Outcome accepted(JsonNode body) {
        JsonNode id = body.at("/messages/0/id");
        return new Outcome.Accepted(id.isTextual() ? id.asText() : null, ReceiptReader.read(body));
    }

    private static Outcome refused(int status, JsonNode body) {
        JsonNode error = body.path("error");
        String details = error.at("/error_data/details").asText("");
        String message = details.isEmpty() ? error.path("message").asText("HTTP " + status) : details;
        return new Outcome.Refused(new GraphError(status, error.path("code").asInt(-1), message));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException notJson) {
            return json.missingNode();
        }
    }
}
