package dev.tertulia.emulator;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.lock.StateLock;

/** Router of HTTP requests to the Graph API, the control interface and the playground page. */
final class RequestRouter {
    private final StateLock lock;
    private final GraphApi graph;
    private final ControlApi control;
    private final Playground playground = new Playground();

    RequestRouter(StateLock lock, GraphApi graph, ControlApi control) {
        this.lock = lock;
        this.graph = graph;
        this.control = control;
    }

    Response handle(Request request) {
        if (GraphApi.serves(request.path())) {
            return lock.locked(() -> {
                Response response = graph.handle(request);
                lock.changed();
                return response;
            });
        }
        if (ControlApi.serves(request.path())) {
            return lock.locked(() -> control.handle(request));
        }
        if (Playground.serves(request.path()) && request.method().equals("GET")) {
            return playground.handle(request);
        }
        return Response.json(404, Json.object("error",
                "There is no %s %s. Open /playground, control people at /emulator/…, call the Graph API at /v25.0/…."
                        .formatted(request.method(), request.path())));
    }
}
