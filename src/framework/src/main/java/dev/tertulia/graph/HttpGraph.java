package dev.tertulia.graph;

import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.UnknownHostException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;

/** The Graph API over HTTP. Calls block, so make them on virtual threads. */
public final class HttpGraph implements Graph, AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;

    private final GraphSettings settings;
    private final ObjectMapper json;
    private final HttpClient client;
    private final BlockingHttpClient http;

    public HttpGraph(GraphSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(settings.timeout());
        configuration.setConnectTimeout(settings.timeout());
        configuration.getConnectionPoolConfiguration().setMaxConcurrentHttp1Connections(MOST_CONNECTIONS);
        try {
            this.client = HttpClient.create(settings.url().toURL(), configuration);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("WHATSAPP_GRAPH_URL is '" + settings.url() + "', which is no URL", e);
        }
        this.http = client.toBlocking();
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        GraphRequest request = GraphRequest.of(settings, group, action, callback);
        HttpRequest<?> wire = HttpRequest.create(request.method(), "/" + settings.version() + "/" + request.path())
                .bearerAuth(settings.accessToken()).contentType(MediaType.APPLICATION_JSON_TYPE).body(request.body());
        try {
            return accepted(http.exchange(wire, String.class));
        } catch (HttpClientResponseException refused) {
            return refused(refused.getStatus().getCode(), refused.getResponse().getBody(String.class).orElse(""));
        } catch (HttpClientException broken) {
            return neverConnected(broken)
                    ? new Outcome.NotSent(String.valueOf(broken.getMessage()))
                    : new Outcome.Unclear(String.valueOf(broken.getMessage()));
        }
    }

    private Outcome accepted(HttpResponse<String> response) {
        JsonNode id = read(response.getBody().orElse("")).at("/messages/0/id");
        return new Outcome.Accepted(id.isTextual() ? id.asText() : null);
    }

    private Outcome refused(int status, String body) {
        JsonNode error = read(body).path("error");
        String details = error.at("/error_data/details").asText("");
        String message = details.isEmpty() ? error.path("message").asText("HTTP " + status) : details;
        return new Outcome.Refused(new GraphError(status, error.path("code").asInt(-1), message));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (java.io.IOException notJson) {
            return json.missingNode();
        }
    }

    /** Only what failed before a byte was written may be repeated without asking. */
    private static boolean neverConnected(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ConnectException || t instanceof UnknownHostException
                    || t.getClass().getSimpleName().equals("ConnectTimeoutException")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.close();
    }
}
