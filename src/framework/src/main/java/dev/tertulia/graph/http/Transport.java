package dev.tertulia.graph.http;

import java.io.IOException;
import java.net.ConnectException;

/** The transport of requests: over HTTP, or directly to an emulator in tests. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a request and waits for the answer, whatever its status.
     *
     * @param path with the version, from the slash on, and with the query if there is one
     * @param payload the body; may be empty
     * @throws ConnectException if nothing was sent, so that the request may be repeated
     * @throws IOException if the answer is missing, so that the outcome is unknown
     */
    Answer exchange(String method, String path, String accessToken, RequestBody payload) throws IOException;

    /** The answer. */
    record Answer(int status, String body) {}
}
