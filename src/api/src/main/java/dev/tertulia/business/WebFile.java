package dev.tertulia.business;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

import dev.tertulia.message.InvalidArgument;

/** Fetches a file from a web server, to upload it. */
final class WebFile {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int OK = 200;

    private WebFile() {}

    /** Requests a file; its content is read later. */
    static Upload fetch(URI address) throws IOException, InterruptedException {
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("(?i)https?")) {
            throw new InvalidArgument("'", address.toString(), "' is no address of a file;"
                    + " it must begin with https:// or http://");
        }
        // without close(), which would wait for the content; the client ends once it is read and nobody refers to it
        HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE).build();
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).header("User-Agent", "Tertulia").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try {
            return upload(address, response);
        } catch (IOException | RuntimeException refused) {
            response.body().close();
            throw refused;
        }
    }

    private static Upload upload(URI address, HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() != OK) {
            throw new IOException(address + " answered HTTP " + response.statusCode() + " instead of a file");
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        OptionalLong length = response.headers().firstValueAsLong("Content-Length");
        return length.isPresent()
                ? new Upload(name(address), type, length.getAsLong(), response::body)
                : Upload.of(name(address), type, response.body());
    }

    private static String name(URI address) {
        Path path = Path.of(String.valueOf(address.getPath())).getFileName();
        return path == null || path.toString().isEmpty() ? "file" : path.toString();
    }
}
