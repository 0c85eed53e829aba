package dev.tertulia.graph.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * The body of a request. It is read once while it is sent, so that large files are never held in memory.
 *
 * @param length in bytes
 */
public record RequestBody(String contentType, long length, InputStream content) {

    private static final String JSON = "application/json";

    /** A JSON body; without bytes there is no body. */
    public static RequestBody json(byte... bytes) {
        return new RequestBody(JSON, bytes.length, new ByteArrayInputStream(bytes));
    }
}
