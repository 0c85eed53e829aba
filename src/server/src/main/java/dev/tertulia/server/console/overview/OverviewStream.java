package dev.tertulia.server.console.overview;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.reactivestreams.Publisher;

import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.settings.Settings;

/** The stream of events that keeps the overview up to date. */
@Controller("/console/live")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Settings.class)
final class OverviewStream {

    private final OverviewFeed feed;

    OverviewStream(OverviewFeed feed) {
        this.feed = feed;
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(ConsoleRequest request) {
        return feed.live(request.texts());
    }
}
