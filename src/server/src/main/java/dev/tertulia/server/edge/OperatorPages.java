package dev.tertulia.server.edge;

import java.net.InetSocketAddress;
import java.util.Optional;

import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import org.jspecify.annotations.Nullable;

/**
 * Filter that shows the operator's pages only to operators: clients on this machine or of the management port, or
 * everybody if a setting allows it. Other clients see only the overall health status.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OperatorPages {

    static final String ANYBODY = "anybody";
    private final boolean visible;
    private final Optional<Integer> port;

    OperatorPages(Environment environment) {
        this.visible = environment.getProperty("tertulia.management.visible", String.class).filter(ANYBODY::equals)
                .isPresent();
        this.port = environment.getProperty("endpoints.all.port", Integer.class);
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> guard(HttpRequest<?> request) {
        Optional<Class<?>> page = page(request);
        boolean open = page.map(HealthEndpoint.class::isAssignableFrom).orElse(true);
        boolean changes = page.isPresent() && request.getMethod() != HttpMethod.GET
                && request.getMethod() != HttpMethod.HEAD;
        boolean allowed = changes ? isOfOperator(request) : open || isForOperators(request);
        return allowed ? null : HttpResponse.notFound();
    }

    @ResponseFilter
    void hideDetails(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.body() instanceof HealthResult health && !isForOperators(request)) {
            response.body(HealthResult.builder(null, health.getStatus()).build());
        }
    }

    private static Optional<Class<?>> page(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request).<Class<?>>map(RouteInfo::getDeclaringType)
                .filter(type -> type.isAnnotationPresent(Endpoint.class));
    }

    private boolean isForOperators(HttpRequest<?> request) {
        return visible || isOfOperator(request);
    }

    /** Changes are for operators alone, even if everybody may look. */
    private boolean isOfOperator(HttpRequest<?> request) {
        InetSocketAddress here = request.getServerAddress();
        return port.filter(own -> here.getPort() == own).isPresent() || LocalRequest.isFromHere(request);
    }
}
