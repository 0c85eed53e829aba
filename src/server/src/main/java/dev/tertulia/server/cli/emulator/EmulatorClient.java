package dev.tertulia.server.cli.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.server.cli.terminal.CommandFailed;

/** Client of the control interface of an emulator. */
public final class EmulatorClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int REFUSED = 400;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT).build();
    private final URI emulator;

    public EmulatorClient(URI emulator) {
        this.emulator = emulator;
    }

    /**
     * Makes a request.
     *
     * @throws CommandFailed if the emulator refuses it, or does not answer
     */
    public JsonNode send(EmulatorRequest request) {
        BodyPublisher body = request.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(request.body().toString());
        return send(HttpRequest.newBuilder(emulator.resolve("/emulator" + request.path())).timeout(PATIENCE)
                .header("Content-Type", "application/json").method(request.method(), body).build());
    }

    /** The state of the emulator. */
    public JsonNode state() {
        return send(EmulatorRequest.get("/state"));
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            JsonNode json = read(answer.body());
            if (answer.statusCode() >= REFUSED) {
                throw new CommandFailed(json.path("error").asText("the emulator answers with status "
                        + answer.statusCode()));
            }
            return json;
        } catch (IOException e) {
            throw CommandFailed.unreachable("No emulator answers at %s; start the demo or the emulator, or name the"
                    .formatted(emulator) + " address with --emulator.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("interrupted", e);
        }
    }

    private JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailed("What answers at %s is not an emulator; name the address with --emulator."
                    .formatted(emulator));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
