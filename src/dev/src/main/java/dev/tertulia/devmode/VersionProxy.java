package dev.tertulia.devmode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.tertulia.emulator.RequestPolicy;
import dev.tertulia.emulator.http.Response;

/**
 * Passes requests on to the server of the version that runs, so that all versions have one address. The server takes them
 * for requests of this machine, so those of other sites are refused here.
 */
final class VersionProxy implements HttpHandler, AutoCloseable {

    private static final int TRIES = 3;
    /** A request that only the host and the origin decide about; the server decides about the rest. */
    private static final String PAGE_METHOD = "GET";
    private static final String PAGE = "/playground";
    private static final int MOST_BYTES = 4_000_000;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_LARGE = 413;
    private static final byte[] NONE = "No version of the bots runs yet. Open /playground to see why."
            .getBytes(StandardCharsets.UTF_8);
    /** Headers that belong to one connection. */
    private static final Set<String> OF_CONNECTION = Set.of("connection", "content-length", "expect", "host", "upgrade",
            "keep-alive", "transfer-encoding", "te", "trailer");

    private final Supplier<Optional<URI>> current;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    VersionProxy(Supplier<Optional<URI>> current) {
        this.current = current;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Response> refusal = RequestPolicy.LOOPBACK.refusal(PAGE_METHOD, PAGE, RequestHeaders.of(exchange));
            if (refusal.isPresent()) {
                exchange.sendResponseHeaders(refusal.get().status(), refusal.get().body().length);
                exchange.getResponseBody().write(refusal.get().body());
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                exchange.sendResponseHeaders(TOO_LARGE, -1);
                return;
            }
            Optional<HttpResponse<InputStream>> answer = ask(exchange, body);
            if (answer.isPresent()) {
                pass(answer.get(), exchange);
            } else {
                exchange.sendResponseHeaders(UNAVAILABLE, NONE.length);
                exchange.getResponseBody().write(NONE);
            }
        }
    }

    /** A version may end while it is asked; then the next one is, if nothing can have been done twice. */
    private Optional<HttpResponse<InputStream>> ask(HttpExchange exchange, byte[] body) throws IOException {
        for (int tries = 1;; tries++) {
            Optional<URI> server = current.get();
            if (server.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        client.send(request(exchange, server.get(), body), BodyHandlers.ofInputStream()));
            } catch (IOException e) {
                if (tries == TRIES || !exchange.getRequestMethod().equals("GET") && !(e instanceof ConnectException)) {
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the process stops");
            }
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI server, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(on(server, exchange.getRequestURI()))
                .method(exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        String own = "http://" + exchange.getRequestHeaders().getFirst("Host");
        exchange.getRequestHeaders().forEach((name, values) -> values.stream()
                .filter(value -> !OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(value -> request.header(name, value.equals(own) && name.equalsIgnoreCase("origin")
                        ? server.getScheme() + "://" + server.getAuthority()
                        : value)));
        return request.build();
    }

    /** The address on a server, also of a request that names another host, as that for {@code //host/path} does. */
    private static URI on(URI server, URI asked) {
        String path = asked.getRawPath();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return URI.create("%s://%s%s%s%s".formatted(server.getScheme(), server.getAuthority(),
                path.startsWith("/") ? "" : "/", path, query));
    }

    private static void pass(HttpResponse<InputStream> answer, HttpExchange exchange) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        try (InputStream body = answer.body(); OutputStream out = exchange.getResponseBody()) {
            boolean empty = exchange.getRequestMethod().equals("HEAD")
                    || answer.headers().firstValue("content-length").filter("0"::equals).isPresent();
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : 0);
            byte[] part = new byte[8192];
            for (int read = body.read(part); read >= 0 && !empty; read = body.read(part)) {
                out.write(part, 0, read);
                out.flush(); // an event stream arrives as it is written
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
