package dev.tertulia.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

import dev.tertulia.handler.Handlers;
import dev.tertulia.server.turns.TurnLog;

/**
 * The bots' handlers and turns, for the page. Exists only in the demo and answers only this machine, because turns
 * contain text that people wrote, bots' state and stack traces.
 */
@Controller("/demo")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = TurnLog.class)
final class TurnController {

    private static final long LONGEST_WAIT_SECONDS = 25;

    private final TurnLog log;
    private final Handlers handlers;
    private final ObjectMapper json = new ObjectMapper();

    TurnController(TurnLog log, Handlers handlers) {
        this.log = log;
        this.handlers = handlers;
    }

    @Get(uri = "/handlers", produces = MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> handlers(HttpRequest<?> request) {
        return fromHere(request) ? answer(Map.of("handlers", handlers.listening())) : refused();
    }

    /** What became of the latest change of the bots' sources: nothing, as this process builds none. */
    @Get("/build")
    HttpResponse<byte[]> build(HttpRequest<?> request) {
        return fromHere(request) ? HttpResponse.noContent() : refused();
    }

    /** Long poll that returns at the next change, or when its time is over. */
    @Get(uri = "/turns", produces = MediaType.APPLICATION_JSON)
    HttpResponse<byte[]> turns(HttpRequest<?> request, @QueryValue(defaultValue = "0") long after,
            @QueryValue(defaultValue = "0") long wait) {
        return fromHere(request)
                ? answer(log.after(after, Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT_SECONDS))))
                : refused();
    }

    private static boolean fromHere(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().isLoopbackAddress();
    }

    private HttpResponse<byte[]> refused() {
        MutableHttpResponse<byte[]> response = answer(
                Map.of("error", "Turns are shown only on the machine on which the demo runs."));
        return response.status(HttpStatus.FORBIDDEN);
    }

    private MutableHttpResponse<byte[]> answer(Object body) {
        try {
            return HttpResponse.ok(json.writeValueAsBytes(body)).contentType(MediaType.APPLICATION_JSON_TYPE)
                    .header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
