package dev.tertulia.emulator;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.lock.StateLock;

/** A change of the state that the control interface asks for. */
final class StateChange {

    private StateChange() {}

    /** Runs a step that returns nothing. The response holds the state's new sequence number. */
    static Response apply(StateLock lock, Runnable step) {
        step.run();
        lock.changed();
        return Response.ok(Json.object("seq", lock.changes()));
    }
}
