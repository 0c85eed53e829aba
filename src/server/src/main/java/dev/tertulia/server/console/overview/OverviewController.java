package dev.tertulia.server.console.overview;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import org.reactivestreams.Publisher;

import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;

/** The first page, and the stream that keeps it up to date. */
@Controller("/console")
@ConsolePage
final class OverviewController {

    private final OverviewFeed feed;

    OverviewController(OverviewFeed feed) {
        this.feed = feed;
    }

    @Get
    HttpResponse<byte[]> page(ConsoleRequest request) {
        return request.show("overview.jte", feed.now());
    }

    @Get("/live")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(ConsoleRequest request) {
        return feed.live(request.texts());
    }
}
