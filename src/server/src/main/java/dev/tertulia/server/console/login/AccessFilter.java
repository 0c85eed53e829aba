package dev.tertulia.server.console.login;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.console.access.ConsoleAccess;
import dev.tertulia.server.console.access.Session;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.Form;
import dev.tertulia.server.console.page.PageFrame;
import dev.tertulia.server.console.page.Templates;
import dev.tertulia.server.console.page.Texts;
import dev.tertulia.server.settings.Settings;

/**
 * Filter that admits the requests of people who are logged in, and changes only by those who may act, from a page of
 * this console. Nothing of it can be forgotten by a controller: without it there is no
 * {@link dev.tertulia.server.console.page.ConsoleRequest}.
 */
@ServerFilter({"/console", "/console/**"})
@Requires(beans = Settings.class)
final class AccessFilter {

    private static final String TOKEN = "token";
    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> NOT_SHOWN = Set.of(TOKEN, "password");

    private final ConsoleAccess access;
    private final Templates templates;

    AccessFilter(ConsoleAccess access, Templates templates) {
        this.access = access;
        this.templates = templates;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        if (!access.exists(request)) {
            return HttpResponse.notFound();
        }
        Optional<Session> session = access.session(request);
        session.ifPresent(known -> known.attach(request));
        boolean open = isOpen(request);
        if (LOOKING.contains(request.getMethod())) {
            return session.isPresent() || open ? null : toLogin(request);
        }
        if (session.isEmpty() && !open) {
            return refused(request, HttpStatus.UNAUTHORIZED, new RefusedPage("refused.login", "", List.of()));
        }
        if (!Origins.isSame(request)) {
            return refused(request, HttpStatus.FORBIDDEN, new RefusedPage("refused.origin", "", List.of()));
        }
        Optional<Form> form = FormBody.read(request);
        form.ifPresent(read -> read.attach(request));
        return form.isEmpty()
                ? HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE)
                : open ? null : checked(request, session.orElseThrow(), form.get());
    }

    private @Nullable HttpResponse<?> checked(HttpRequest<?> request, Session session, Form form) {
        boolean leaving = request.getPath().equals(LogoutController.LOGOUT);
        if (!session.viewer().mayAct() && !leaving) {
            return refused(request, HttpStatus.FORBIDDEN, new RefusedPage("refused.reader", "", List.of()));
        }
        boolean known = MessageDigest.isEqual(form.raw(TOKEN).getBytes(StandardCharsets.UTF_8),
                session.formToken().getBytes(StandardCharsets.UTF_8));
        return known ? null : refused(request, HttpStatus.FORBIDDEN, tooOld(request, form));
    }

    /** The form with what was typed, to be sent again. */
    private static RefusedPage tooOld(HttpRequest<?> request, Form form) {
        return new RefusedPage("refused.expired", request.getPath(), form.fields().entrySet().stream()
                .filter(field -> !NOT_SHOWN.contains(field.getKey())).flatMap(field -> field.getValue().stream()
                        .map(value -> new RefusedPage.Field(field.getKey(), value)))
                .toList());
    }

    private static boolean isOpen(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request).map(route -> route.getDeclaringType())
                .map(type -> type.getAnnotation(ConsolePage.class)).filter(ConsolePage::open).isPresent();
    }

    private static HttpResponse<?> toLogin(HttpRequest<?> request) {
        URI wanted = request.getUri();
        String path = wanted.getRawPath() + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery());
        return HttpResponse.seeOther(
                URI.create(LoginController.LOGIN + "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8)));
    }

    private HttpResponse<byte[]> refused(HttpRequest<?> request, HttpStatus status, RefusedPage model) {
        Texts texts = Texts.accepting(request.getHeaders().get("Accept-Language"));
        PageFrame frame = PageFrame.before(texts, LoginController.LOGIN)
                .withToken(Session.of(request).map(Session::formToken).orElse(""));
        MutableHttpResponse<byte[]> response = HttpResponse.<byte[]>status(status)
                .body(templates.render("refused.jte", frame, model).getBytes(StandardCharsets.UTF_8))
                .contentType(new MediaType("text/html;charset=utf-8"));
        PageHeaders.addTo(response);
        return response;
    }

    @ResponseFilter
    void protect(MutableHttpResponse<?> response) {
        PageHeaders.addTo(response);
    }
}
