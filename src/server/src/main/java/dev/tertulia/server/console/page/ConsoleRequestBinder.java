package dev.tertulia.server.console.page;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;

import dev.tertulia.server.console.access.Session;

/** Binder of the parameter {@link ConsoleRequest}. */
@Singleton
final class ConsoleRequestBinder implements TypedRequestArgumentBinder<ConsoleRequest> {

    private final Templates templates;

    ConsoleRequestBinder(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Argument<ConsoleRequest> argumentType() {
        return Argument.of(ConsoleRequest.class);
    }

    @Override
    public BindingResult<ConsoleRequest> bind(ArgumentConversionContext<ConsoleRequest> context,
            HttpRequest<?> request) {
        Optional<ConsoleRequest> bound = Session.of(request)
                .map(session -> new ConsoleRequest(request, session, templates));
        return () -> bound;
    }
}
