package dev.tertulia.graph.http;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.InputStreamByteBody;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Requests over HTTP; large bodies are streamed both ways. Calls block, so make them on virtual threads. Redirects are
 * not followed for calls, because the effect of the redirected request would be unknown.
 */
public final class HttpTransport implements FileTransport, AutoCloseable {

    private static final int MOST_CONNECTIONS = 256;
    /** The maximum size of a body that is sent in one piece, which is every request without a file. */
    private static final int AT_ONCE = 64 * 1024;
    /** Larger than the largest answer of the Graph API, a page of 500 groups or templates. */
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;
    private static final int PART = 8 * 1024;
    /** The factor by which an answer that arrives in parts may exceed its timeout. */
    private static final int PATIENCE = 6;
    private static final String USER_AGENT = Optional
            .ofNullable(HttpTransport.class.getPackage().getImplementationVersion())
            .map(version -> "Tertulia/" + version).orElse("Tertulia");
    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);
    /** The body may be an author's code, which could block the carrier of a virtual thread. */
    private static final Executor READERS = reading -> Thread.ofPlatform().daemon().name("upload").start(reading);

    private final URI url;
    private final String base;
    private final RawHttpClient http;
    private final Duration longest;
    private final Redirects redirects;

    /**
     * A client of one host and of its file hosts.
     *
     * @param timeout how long to wait for a connection, and again for each part of an answer; a whole one that is no
     *        file may take six times as long
     */
    public HttpTransport(URI url, Duration timeout) {
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(timeout);
        configuration.setConnectTimeout(timeout);
        configuration.setFollowRedirects(false);
        configuration.getConnectionPoolConfiguration().setMaxConcurrentHttp1Connections(MOST_CONNECTIONS);
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException("'" + url + "' is no URL of a Graph API");
        }
        this.url = url;
        this.longest = timeout.multipliedBy(PATIENCE);
        this.redirects = new Redirects(url);
        this.base = url.toString().replaceFirst("/$", "");
        this.http = RawHttpClient.create(url, configuration);
    }

    @Override
    public Answer exchange(String method, String path, String accessToken, RequestBody payload) throws IOException {
        HttpRequest<?> request = named(HttpRequest.create(HttpMethod.valueOf(method), base + path))
                .bearerAuth(accessToken).contentType(payload.contentType());
        try (ByteBodyHttpResponse<?> response = send(request, body(payload));
                InputStream content = response.byteBody().toInputStream()) {
            return new Answer(response.code(), new String(read(content), StandardCharsets.UTF_8));
        }
    }

    /** An answer that is too long or does not end is discarded. */
    private byte[] read(InputStream content) throws IOException {
        long begun = System.nanoTime();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int length = content.read(part); length >= 0; length = content.read(part)) {
            all.write(part, 0, length);
            if (all.size() > LONGEST_ANSWER) {
                throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
            }
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new IOException("the answer was not over after " + longest);
            }
        }
        return all.toByteArray();
    }

    /**
     * @throws IOException also if the address would expose the access token on the network
     */
    @Override
    public Download download(URI address, String accessToken) throws IOException {
        boolean ours = Redirects.sameOrigin(url, address);
        if (!ours && !"https".equals(address.getScheme())) {
            throw new IOException("the address of a file does not begin with https://, so that the access token"
                    + " would not be safe");
        }
        ByteBodyHttpResponse<?> response = fetch(address, accessToken);
        return new Download(response.code(), response.header(HttpHeaders.CONTENT_TYPE), closing(response));
    }

    /** Follows redirects of downloads, a limited number of times, and without the token on other hosts. */
    private ByteBodyHttpResponse<?> fetch(URI address, String accessToken) throws IOException {
        URI asked = address;
        boolean trusted = true;
        for (int hops = 0; hops <= Redirects.MOST; hops++) {
            MutableHttpRequest<?> request = named(HttpRequest.GET(asked));
            ByteBodyHttpResponse<?> response = send(trusted ? request.bearerAuth(accessToken) : request,
                    BODIES.createEmpty());
            String location = response.header(HttpHeaders.LOCATION);
            if (location == null || !Redirects.is(response.code())) {
                return response;
            }
            response.close();
            URI next = redirects.next(asked, location);
            trusted = trusted && Redirects.sameOrigin(asked, next);
            asked = next;
        }
        throw new IOException("the file's host redirects the download more than " + Redirects.MOST + " times");
    }

    /** WhatsApp's file host refuses requests without a user agent. */
    private static <B> MutableHttpRequest<B> named(MutableHttpRequest<B> request) {
        return request.header(HttpHeaders.USER_AGENT, USER_AGENT);
    }

    /** A streamed body may end after the answer arrives, in which case the client closes the connection. */
    private static CloseableByteBody body(RequestBody payload) throws IOException {
        return payload.length() <= AT_ONCE
                ? BODIES.adapt(whole(payload))
                : InputStreamByteBody.create(payload.content(), OptionalLong.of(payload.length()), READERS, BODIES);
    }

    private static byte[] whole(RequestBody payload) throws IOException {
        byte[] bytes = payload.content().readAllBytes();
        if (bytes.length != payload.length()) {
            throw new IOException("the body is said to have " + payload.length() + " bytes, and has " + bytes.length);
        }
        return bytes;
    }

    private ByteBodyHttpResponse<?> send(HttpRequest<?> request, CloseableByteBody body) throws IOException {
        try {
            return (ByteBodyHttpResponse<?>) Mono.from(http.exchange(request, body, Thread.currentThread())).block();
        } catch (RuntimeException failed) {
            Throwable cause = Exceptions.unwrap(failed);
            if (cause instanceof HttpClientException || cause instanceof IOException) {
                throw neverConnected(cause) ? connect(cause) : new IOException(cause.getMessage(), cause);
            }
            throw failed;
        }
    }

    private static InputStream closing(ByteBodyHttpResponse<?> response) {
        return new FilterInputStream(response.byteBody().toInputStream()) {
            @Override
            public void close() throws IOException {
                super.close();
                response.close();
            }
        };
    }

    private static ConnectException connect(Throwable broken) {
        ConnectException refused = new ConnectException(broken.getMessage());
        refused.initCause(broken);
        return refused;
    }

    /** Whether the request failed before a byte was written, so that it may be repeated. */
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
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
