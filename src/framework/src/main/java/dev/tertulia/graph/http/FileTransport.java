package dev.tertulia.graph.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/** A transport that files come by, too. */
public interface FileTransport extends Transport {

    /**
     * Opens a file. Files lie on hosts of their own, which want the access token all the same.
     *
     * @param address as the Graph API gave it; good for five minutes (wire reference, part 5)
     * @throws IOException when no answer came
     */
    Download download(URI address, String accessToken) throws IOException;

    /**
     * What came back.
     *
     * @param contentType as the host names it, if it does
     * @param content     arrives while it is read; the reader closes it
     */
    record Download(int status, @Nullable String contentType, InputStream content) {}
}
