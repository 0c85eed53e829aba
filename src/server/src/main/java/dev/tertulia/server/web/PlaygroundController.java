package dev.tertulia.server.web;

import java.io.InputStream;
import java.net.URI;
import java.util.Map;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.http.Request;

/** The emulator's page and control interface on the port of this process. Exists only in the demo. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = FakeWhatsApp.class)
final class PlaygroundController {

    private static final String PAGE = "/playground{/path:.*}";
    private static final String CONTROL = "/emulator{/path:.*}";

    private final FakeWhatsApp whatsApp;

    PlaygroundController(FakeWhatsApp whatsApp) {
        this.whatsApp = whatsApp;
    }

    @Get
    HttpResponse<?> home() {
        return HttpResponse.temporaryRedirect(URI.create("/playground"));
    }

    @Get(uris = {PAGE, CONTROL}, produces = MediaType.ALL)
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        return forward(request, null);
    }

    @Post(uri = CONTROL, consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<byte[]> post(HttpRequest<?> request, @Body @Nullable InputStream body) {
        return forward(request, body);
    }

    @Put(uri = CONTROL, consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<byte[]> put(HttpRequest<?> request, @Body @Nullable InputStream body) {
        return forward(request, body);
    }

    @Delete(uri = CONTROL, consumes = MediaType.ALL, produces = MediaType.ALL)
    HttpResponse<byte[]> delete(HttpRequest<?> request, @Body @Nullable InputStream body) {
        return forward(request, body);
    }

    private HttpResponse<byte[]> forward(HttpRequest<?> request, @Nullable InputStream body) {
        Map<String, String> query = request.getParameters().asMap(String.class, String.class);
        return DemoFilter.written(whatsApp.handle(new Request(request.getMethodName(), request.getPath(), query,
                DemoFilter.headers(request), Bodies.read(body))));
    }
}
