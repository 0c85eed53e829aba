package dev.tertulia.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

/** Playground page: a phone for each person. Served from the jar. */
final class Playground {
    private static final String FOLDER = "playground/";
    /** The page runs only its own scripts, connects only to its own host, and cannot be framed. */
    private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self';"
                    + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");

    private record Asset(String file, String contentType) {}

    private static final Asset PAGE = new Asset("index.html", "text/html; charset=utf-8");
    private static final Map<String, Asset> ASSETS = assets();

    private static Map<String, Asset> assets() {
        var assets = new HashMap<>(Map.of("/", PAGE, "/playground", PAGE, "/playground/", PAGE,
                "/playground/playground.css", new Asset("playground.css", "text/css; charset=utf-8")));
        List.of("page.js", "playground.js", "group.js", "habits.js", "phone.js", "pane.js", "chats.js", "bubble.js",
                "choices.js", "wire.js", "turns.js", "build.js", "templates.js").forEach(
                        file -> assets.put("/playground/" + file, new Asset(file, "text/javascript; charset=utf-8")));
        return Map.copyOf(assets);
    }

    static boolean serves(String path) {
        return ASSETS.containsKey(path);
    }

    Response handle(Request request) {
        Asset asset = ASSETS.get(request.path());
        try (@Nullable
        InputStream file = Playground.class.getResourceAsStream(FOLDER + asset.file())) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks " + FOLDER + asset.file());
            }
            return new Response(200, asset.contentType(), file.readAllBytes(), HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
