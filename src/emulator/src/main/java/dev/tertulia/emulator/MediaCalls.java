package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Meta's side of media: upload, address, download, delete. */
final class MediaCalls {
    private final World world;

    MediaCalls(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(Route.graph("POST /{phone}/media", this::upload));
    }

    private Response upload(Visit visit) {
        Map<String, Multipart.Part> parts = Multipart.read(visit.request());
        requireProduct(parts);
        Multipart.@Nullable Part file = parts.get("file");
        if (file == null) {
            throw new Refusal(GraphError.missing("file"));
        }
        String type = Optional.ofNullable(parts.get("type")).map(Multipart.Part::text).orElse(file.contentType());
        if (MediaKind.of(type).filter(kind -> kind.takes(type, file.bytes().length)).isEmpty()) {
            throw new Refusal(GraphError.UPLOAD);
        }
        return Response.ok(Json.object("id", world.media().uploaded(type, file.bytes()).id()));
    }

    private static void requireProduct(Map<String, Multipart.Part> parts) {
        if (!"whatsapp".equals(Multipart.texts(parts).path("messaging_product").asText())) {
            throw new Refusal(GraphError.PRODUCT_MISSING);
        }
    }

    /** Where a file is to be had. */
    Response get(Visit visit, Media media) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "url",
                world.media().address(visit.request().base(), media), "mime_type", media.mimeType(), "sha256",
                Media.hexHash(media.bytes()), "file_size", Integer.toString(media.bytes().length), "id", media.id()));
    }

    Response delete(Media media) {
        world.media().remove(media.id());
        return Response.ok(Json.object("success", true));
    }

    /** The file itself, or an empty 404 once the address has expired. Who does not say what it is gets a page. */
    Response download(Request request) {
        if (request.headers().getOrDefault("user-agent", "").isBlank()) {
            return Response.page(400);
        }
        return world.media().at(request.query()).map(media -> new Response(200, media.mimeType(), media.bytes()))
                .orElseGet(() -> new Response(404, "text/plain", new byte[0]));
    }
}
