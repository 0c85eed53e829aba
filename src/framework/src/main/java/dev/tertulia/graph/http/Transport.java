package dev.tertulia.graph.http;

import java.io.IOException;
import java.net.ConnectException;

/** How requests travel: over HTTP, or straight into an emulator in tests. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a request and waits for the answer, whatever its status.
     *
     * @param path    with the version, from the slash on, and with the query if there is one
     * @param payload the body; may be empty
     * @throws ConnectException when nothing was sent, so that it may be repeated
     * @throws IOException      when the answer is missing, so that nobody knows what was done
     */
    Answer exchange(String method, String path, String accessToken, Payload payload) throws IOException;

    /** What came back. */
    record Answer(int status, String body) {}
}
