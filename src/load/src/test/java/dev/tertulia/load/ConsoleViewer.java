package dev.tertulia.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A moderator who looks at the console, with many pages open. */
final class ConsoleViewer implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final String EVENT = "data:";
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager()).build();
    private final ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger updates = new AtomicInteger();
    private final URI server;

    /** Logs in. */
    ConsoleViewer(URI server) {
        this.server = server;
        Matcher token = TOKEN.matcher(look("/console/login"));
        if (!token.find()) {
            throw new IllegalStateException("the login page has no token");
        }
        send(request("/console/login").header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers
                .ofString("name=Ana&password=" + PASSWORD.replace(' ', '+') + "&token=" + token.group(1))).build(),
                BodyHandlers.discarding());
    }

    /** The page at a path. */
    String look(String path) {
        HttpResponse<String> page = send(request(path).build(), BodyHandlers.ofString());
        if (page.statusCode() != OK) {
            throw new IllegalStateException(path + " is answered with " + page.statusCode() + ": " + page.body());
        }
        return page.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens overviews, which are kept up to date until this viewer leaves. */
    void open(int count) {
        for (int i = 0; i < count; i++) {
            pages.execute(this::follow);
        }
    }

    private void follow() {
        HttpRequest request = request("/console/live").header("Accept", "text/event-stream").build();
        try (Stream<String> lines = send(request, BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith(EVENT)).forEach(line -> updates.incrementAndGet());
        } catch (UncheckedIOException | IllegalStateException left) {
            // the viewer has left
        }
    }

    /** The updates of all open overviews so far. */
    int updates() {
        return updates.get();
    }

    @Override
    public void close() {
        http.shutdownNow();
        pages.shutdownNow();
    }
}
