package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Multipart;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API calls on media: upload, get the URL, download, delete. */
final class MediaCalls {
    private final EmulatorState state;

    MediaCalls(EmulatorState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(Route.graph("POST /{phone}/media", this::upload));
    }

    private Response upload(RoutedRequest routed) {
        Map<String, Multipart.Part> parts = Multipart.read(routed.request());
        requireProduct(parts);
        Multipart.@Nullable Part file = parts.get("file");
        if (file == null) {
            throw new Refusal(ApiError.missing("file"));
        }
        String type = Optional.ofNullable(parts.get("type")).map(Multipart.Part::text).orElse(file.contentType());
        if (MediaKind.of(type).filter(kind -> kind.takes(type, file.bytes().length)).isEmpty()) {
            throw new Refusal(ApiError.UPLOAD);
        }
        return Response.ok(Json.object("id", state.media().uploaded(type, file.bytes()).id()));
    }

    private static void requireProduct(Map<String, Multipart.Part> parts) {
        if (!"whatsapp".equals(Multipart.texts(parts).path("messaging_product").asText())) {
            throw new Refusal(ApiError.PRODUCT_MISSING);
        }
    }

    /** Returns the URL of a file and its metadata. */
    Response get(RoutedRequest routed, StoredMedia media) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "url",
                state.media().address(routed.request().base(), media), "mime_type", media.mimeType(), "sha256",
                StoredMedia.hexHash(media.bytes()), "file_size", Integer.toString(media.bytes().length), "id",
                media.id()));
    }

    Response delete(StoredMedia media) {
        state.media().remove(media.id());
        return Response.ok(Json.object("success", true));
    }

    /** Returns the file, or an empty 404 once the URL has expired. A request without a user agent gets an HTML page. */
    Response download(Request request) {
        if (request.headers().getOrDefault("user-agent", "").isBlank()) {
            return Response.page(400);
        }
        return state.media().at(request.query()).map(media -> new Response(200, media.mimeType(), media.bytes()))
                .orElseGet(() -> new Response(404, "text/plain", new byte[0]));
    }
}
