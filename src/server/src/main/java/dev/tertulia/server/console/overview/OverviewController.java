package dev.tertulia.server.console.overview;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;

/** The first page. */
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
}
