package dev.tertulia.server.console.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

import dev.tertulia.server.console.page.ConsolePage;

/** The style sheets and scripts: our own, and those of WebJars, each by a fixed name. */
@Controller("/console/assets")
@ConsolePage(open = true)
final class AssetController {

    private static final String OWN = "/dev/tertulia/server/console/";
    private static final String WEB_JARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> RESOURCES = Map.of("console.css", OWN + "console.css", "console.js",
            OWN + "console.js", "icon.svg", OWN + "icon.svg", "pico.css",
            WEB_JARS + "picocss__pico/2.1.1/css/pico.min.css", "htmx.js",
            WEB_JARS + "htmx.org/2.0.10/dist/htmx.min.js", "sse.js", WEB_JARS + "htmx-ext-sse/2.2.2/sse.js");
    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=utf-8", "js",
            "text/javascript;charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    @Get("/{name}")
    HttpResponse<?> asset(HttpRequest<?> request, @PathVariable String name) {
        if (!RESOURCES.containsKey(name)) {
            return HttpResponse.notFound();
        }
        Asset asset = loaded.computeIfAbsent(name, AssetController::load);
        boolean known = asset.tag().equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        return (known ? HttpResponse.<byte[]>notModified() : HttpResponse.ok(asset.content()))
                .contentType(new MediaType(asset.type())).header(HttpHeaders.ETAG, asset.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static Asset load(String name) {
        String resource = RESOURCES.get(name);
        try (InputStream in = Optional.ofNullable(AssetController.class.getResourceAsStream(resource))
                .orElseThrow(() -> new IllegalStateException(resource + " is not on the class path"))) {
            return Asset.of(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
