package dev.tertulia.graph;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppAway;

/** Asks the Graph API, as one phone number with its token. */
final class Caller {

    private final GraphSettings settings;
    private final Transport transport;
    private final ObjectMapper json;

    Caller(GraphSettings settings, Transport transport, ObjectMapper json) {
        this.settings = settings;
        this.transport = transport;
        this.json = json;
    }

    /**
     * An answer.
     *
     * @param body missing when it is no JSON
     */
    record Heard(int status, JsonNode body) {

        boolean ok() {
            return status / 100 == 2;
        }

        GraphError error() {
            JsonNode error = body.path("error");
            String details = error.at("/error_data/details").asText("");
            String message = details.isEmpty() ? error.path("message").asText("HTTP " + status) : details;
            return new GraphError(status, error.path("code").asInt(-1), message);
        }
    }

    /** Asks once, and hands on whatever is answered. */
    Heard ask(GraphRequest request) throws IOException {
        return ask(request, settings.accessToken());
    }

    /** Asks with another token. */
    Heard ask(GraphRequest request, String token) throws IOException {
        String path = "/" + settings.version() + "/" + request.path();
        Transport.Answer answer = transport.exchange(request.method().name(), path, token, payload(request));
        return new Heard(answer.status(), read(answer.body()));
    }

    /** Asks once; what is not a good answer is thrown. */
    JsonNode need(GraphRequest request) {
        return need(request, settings.accessToken());
    }

    /** The same with another token. */
    JsonNode need(GraphRequest request, String token) {
        try {
            Heard heard = ask(request, token);
            if (!heard.ok()) {
                GraphError error = heard.error();
                throw new RefusedByWhatsApp(error.code(), error.httpStatus(),
                        error.explain() + " WhatsApp says: " + error.message());
            }
            return heard.body();
        } catch (IOException e) {
            throw new WhatsAppAway("WhatsApp gave no answer to " + request.method() + " " + request.path(), e);
        }
    }

    private Payload payload(GraphRequest request) throws IOException {
        if (request.file() != null) {
            return Form.of(request.body(), request.file());
        }
        return request.body().isEmpty() ? Payload.json() : Payload.json(json.writeValueAsBytes(request.body()));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException notJson) {
            return json.missingNode();
        }
    }
}
