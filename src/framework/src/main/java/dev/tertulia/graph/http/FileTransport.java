package dev.tertulia.graph.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/** A transport that also downloads files. */
public interface FileTransport extends Transport {

    /**
     * Opens a download. Files are on other hosts, which also require the access token.
     *
     * @param address as the Graph API gave it; good for five minutes (wire reference, part 5)
     * @throws IOException if there is no answer
     */
    Download download(URI address, String accessToken) throws IOException;

    /**
     * The answer.
     *
     * @param contentType as the host names it, if it does
     * @param content arrives while it is read; the reader closes it
     */
    record Download(int status, @Nullable String contentType, InputStream content) {}
}
