package dev.tertulia.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;

/** Asks the Graph API, as one phone number with its token. */
final class GraphHttp {

    private static final int FIRST_ERROR = 400;
    private static final int NO_CODE = -1;
    private static final int REDIRECT = 3;

    private final GraphSettings settings;
    private final Transport transport;
    private final ObjectMapper json;

    GraphHttp(GraphSettings settings, Transport transport, ObjectMapper json) {
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

        /**
         * Whether it turns the request down: by its status, or by an error with a code whatever its status. What sends
         * the request elsewhere says nothing: it need not come from the Graph API.
         */
        boolean refused() {
            return status >= FIRST_ERROR || status / 100 != REDIRECT && body.path("error").path("code")
                    .asInt(NO_CODE) != NO_CODE;
        }

        /** Whether it may be good: what it must hold depends on the request. */
        boolean readable() {
            return !refused() && status / 100 == 2 && body.isObject();
        }

        /** Says what is wrong with an answer that is neither a refusal nor what the request asked for. */
        String unreadable() {
            return "HTTP " + status + ", and the answer is not one of the Graph API to this request";
        }

        GraphError error() {
            JsonNode error = body.path("error");
            String details = error.at("/error_data/details").asText("");
            String message = details.isEmpty() ? error.path("message").asText("HTTP " + status) : details;
            return new GraphError(status, error.path("code").asInt(NO_CODE), message,
                    error.path("is_transient").asBoolean());
        }
    }

    /** Asks once, and hands on whatever is answered. */
    Heard ask(GraphRequest request) throws IOException {
        return ask(request, settings.accessToken());
    }

    /** Asks with another token. */
    Heard ask(GraphRequest request, String token) throws IOException {
        String path = "/" + settings.version() + "/" + request.path().written();
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
            if (heard.refused()) {
                GraphError error = heard.error();
                throw new RefusedByWhatsApp(error.code(), error.httpStatus(), error.repeatable(),
                        error.explain() + " WhatsApp says: " + error.message());
            }
            if (!heard.readable()) {
                throw new WhatsAppUnavailable(request.name() + ": " + heard.unreadable(), null);
            }
            return heard.body();
        } catch (IOException e) {
            throw new WhatsAppUnavailable("WhatsApp gave no answer to " + request.name(), e);
        }
    }

    /** Asks once for something to be done; throws also when the answer does not say that it was. */
    JsonNode needDone(GraphRequest request) {
        return needDone(request, settings.accessToken());
    }

    /** The same with another token. */
    JsonNode needDone(GraphRequest request, String token) {
        JsonNode body = need(request, token);
        if (!ResponseMapper.saysDone(body)) {
            throw new WhatsAppUnavailable(
                    "WhatsApp's answer to " + request.name() + " does not say whether it was done",
                    null);
        }
        return body;
    }

    private Payload payload(GraphRequest request) throws IOException {
        if (request.file() != null) {
            return Form.of(request.body(), request.file());
        }
        return request.body().isEmpty() ? Payload.json() : Payload.json(written(request.body()));
    }

    /** By way of a string: half of a surrogate pair, as careless cutting leaves it, becomes a question mark. */
    private byte[] written(Object body) throws IOException {
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException notJson) {
            return json.missingNode();
        }
    }
}
