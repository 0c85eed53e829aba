package dev.tertulia.server.console.page;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

import dev.tertulia.server.console.access.Session;
import dev.tertulia.server.settings.Settings;

/** Filter that answers with a page of the console where no controller has one, instead of with the server's own. */
@ServerFilter("/console/**")
@Requires(beans = Settings.class)
final class MissingPages {

    private final Templates templates;

    MissingPages(Templates templates) {
        this.templates = templates;
    }

    @ResponseFilter
    void explain(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() == HttpStatus.NOT_FOUND.getCode() && !(response.body() instanceof byte[])) {
            Session.of(request).map(session -> new ConsoleRequest(request, session, templates))
                    .ifPresent(asked -> response.body(asked.missing(asked.texts().get("missing.page")).body())
                            .contentType(ConsoleRequest.HTML));
        }
    }
}
