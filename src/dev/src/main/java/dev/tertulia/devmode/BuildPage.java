package dev.tertulia.devmode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.RequestPolicy;
import dev.tertulia.emulator.http.Response;

/** The latest build as JSON, for the page: a long poll that returns at the next change, or when its time is over. */
final class BuildPage implements HttpHandler {

    static final String PATH = "/demo/build";

    private static final Pattern QUERY = Pattern.compile("after=(\\d{1,18})&wait=(\\d{1,3})");
    private static final long LONGEST_WAIT_SECONDS = 25;
    private static final int OK = 200;

    private final BuildLog log;
    private final RequestPolicy policy;
    private final ObjectMapper json = new ObjectMapper();

    BuildPage(BuildLog log, RequestPolicy policy) {
        this.log = log;
        this.policy = policy;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Response> refusal = policy.refusal(exchange.getRequestMethod(), PATH, RequestHeaders.of(exchange));
            if (refusal.isPresent()) {
                write(exchange, refusal.get().status(), refusal.get().body());
            } else {
                write(exchange, OK, json.writeValueAsBytes(build(exchange.getRequestURI().getRawQuery())));
            }
        }
    }

    private BuildLog.Build build(@Nullable String query) {
        Matcher asked = QUERY.matcher(query == null ? "" : query);
        return asked.matches()
                ? log.after(Long.parseLong(asked.group(1)),
                        Duration.ofSeconds(Math.min(Long.parseLong(asked.group(2)), LONGEST_WAIT_SECONDS)))
                : log.latest();
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        RequestPolicy.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
