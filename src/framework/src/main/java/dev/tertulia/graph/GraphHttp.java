package dev.tertulia.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.http.Form;
import dev.tertulia.graph.http.RequestBody;
import dev.tertulia.graph.http.Transport;

/** The Graph API as JSON requests and answers, with the token of one phone number. */
public final class GraphHttp {

    private static final int FIRST_ERROR = 400;
    private static final int NO_CODE = -1;
    private static final int REDIRECT = 3;

    private final GraphSettings settings;
    private final Transport transport;
    private final ObjectMapper json;

    /** Creates a client that sends its requests by this transport. */
    public GraphHttp(GraphSettings settings, Transport transport, ObjectMapper json) {
        this.settings = settings;
        this.transport = transport;
        this.json = json;
    }

    /**
     * An answer.
     *
     * @param body a missing node if the answer is not JSON
     */
    public record Response(int status, JsonNode body) {

        /**
         * Whether the request is refused: by the status, or by an error with a code whatever the status. A redirect is no
         * refusal, because it need not come from the Graph API.
         */
        public boolean refused() {
            return status >= FIRST_ERROR || status / 100 != REDIRECT && body.path("error").path("code")
                    .asInt(NO_CODE) != NO_CODE;
        }

        /** Whether the answer may be a success. What it must contain depends on the request. */
        public boolean readable() {
            return !refused() && status / 100 == 2 && body.isObject();
        }

        /** Describes an answer that is neither a refusal nor what the request asks for. */
        public String unreadable() {
            return "HTTP " + status + ", and the answer is not one of the Graph API to this request";
        }

        /** The error of a refused request. */
        public GraphError error() {
            JsonNode error = body.path("error");
            String details = error.at("/error_data/details").asText("");
            String message = details.isEmpty() ? error.path("message").asText("HTTP " + status) : details;
            return new GraphError(status, error.path("code").asInt(NO_CODE), message,
                    error.path("is_transient").asBoolean());
        }
    }

    /**
     * Sends a request once and returns the answer, whatever it is.
     *
     * @throws IOException if there is no answer
     */
    public Response ask(GraphRequest request) throws IOException {
        return ask(request, settings.accessToken());
    }

    /** Sends a request with another token. */
    public Response ask(GraphRequest request, String token) throws IOException {
        String path = "/" + settings.version() + "/" + request.path().written();
        Transport.Answer answer = transport.exchange(request.method().name(), path, token, payload(request));
        return new Response(answer.status(), read(answer.body()));
    }

    /**
     * Sends a request once and returns the body of a successful answer.
     *
     * @throws RefusedByWhatsApp   if WhatsApp refuses the request
     * @throws WhatsAppUnavailable if there is no answer, or one that cannot be read
     */
    public JsonNode need(GraphRequest request) {
        return need(request, settings.accessToken());
    }

    /**
     * As above. An answer that has this object is successful in part, whatever its status.
     *
     * @param partly name of the object with the result of each part
     */
    public JsonNode needPartly(GraphRequest request, String partly) {
        return need(request, settings.accessToken(), response -> response.body().path(partly).isObject());
    }

    /** As above, with another token. */
    public JsonNode need(GraphRequest request, String token) {
        return need(request, token, response -> false);
    }

    private JsonNode need(GraphRequest request, String token, Predicate<Response> partly) {
        try {
            Response response = ask(request, token);
            if (partly.test(response)) {
                return response.body();
            }
            if (response.refused()) {
                GraphError error = response.error();
                throw new RefusedByWhatsApp(error.code(), error.httpStatus(), error.repeatable(),
                        error.explain() + " WhatsApp says: " + error.message());
            }
            if (!response.readable()) {
                throw new WhatsAppUnavailable(request.name() + ": " + response.unreadable(), null);
            }
            return response.body();
        } catch (IOException e) {
            throw new WhatsAppUnavailable("WhatsApp gave no answer to " + request.name(), e);
        }
    }

    /**
     * Sends a request once for a change and returns the body of a successful answer.
     *
     * @throws RefusedByWhatsApp   if WhatsApp refuses the request
     * @throws WhatsAppUnavailable if there is no answer, or one that does not confirm the change
     */
    public JsonNode needDone(GraphRequest request) {
        return needDone(request, settings.accessToken());
    }

    /** As above, with another token. */
    public JsonNode needDone(GraphRequest request, String token) {
        JsonNode body = need(request, token);
        if (!Acknowledgement.saysDone(body)) {
            throw new WhatsAppUnavailable(
                    "WhatsApp's answer to " + request.name() + " does not say whether it was done",
                    null);
        }
        return body;
    }

    private RequestBody payload(GraphRequest request) throws IOException {
        if (request.file() != null) {
            return Form.of(request.body(), request.file());
        }
        return request.body().isEmpty() ? RequestBody.json() : RequestBody.json(written(request.body()));
    }

    /** Encodes by way of a string, so that an unpaired surrogate becomes a question mark. */
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
