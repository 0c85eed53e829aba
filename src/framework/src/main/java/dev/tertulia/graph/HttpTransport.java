package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;

/** Requests over HTTP. Calls block, so make them on virtual threads. */
public final class HttpTransport implements Transport, AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;

    private final HttpClient client;
    private final BlockingHttpClient http;

    /**
     * A client of one host.
     *
     * @param timeout how long to wait for a connection, and again for an answer
     */
    public HttpTransport(URI url, Duration timeout) {
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(timeout);
        configuration.setConnectTimeout(timeout);
        configuration.getConnectionPoolConfiguration().setMaxConcurrentHttp1Connections(MOST_CONNECTIONS);
        try {
            this.client = HttpClient.create(url.toURL(), configuration);
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + url + "' is no URL of a Graph API", e);
        }
        this.http = client.toBlocking();
    }

    @Override
    public Answer exchange(String method, String path, String accessToken, byte[] json) throws IOException {
        var request = HttpRequest.create(HttpMethod.valueOf(method), path).bearerAuth(accessToken);
        if (json.length > 0) {
            request.contentType(MediaType.APPLICATION_JSON_TYPE).body(json);
        }
        try {
            return answer(http.exchange(request, String.class));
        } catch (HttpClientResponseException refused) {
            return answer(refused.getResponse());
        } catch (HttpClientException broken) {
            throw neverConnected(broken) ? connect(broken) : new IOException(broken.getMessage(), broken);
        }
    }

    private static Answer answer(HttpResponse<?> response) {
        return new Answer(response.code(), response.getBody(String.class).orElse(""));
    }

    private static ConnectException connect(HttpClientException broken) {
        ConnectException refused = new ConnectException(broken.getMessage());
        refused.initCause(broken);
        return refused;
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
