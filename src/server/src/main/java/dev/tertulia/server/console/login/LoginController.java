package dev.tertulia.server.console.login;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.console.access.ConsoleAccess;
import dev.tertulia.server.console.access.Login;
import dev.tertulia.server.console.access.PasswordAccess;
import dev.tertulia.server.console.access.Session;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.Form;
import dev.tertulia.server.console.page.PageFrame;
import dev.tertulia.server.console.page.Templates;
import dev.tertulia.server.console.page.Texts;

/** The page on which people log in. */
@Controller("/console/login")
@ConsolePage(open = true)
final class LoginController {

    static final String LOGIN = "/console/login";
    private static final String HOME = "/console";
    /** Paths of the console only, so that nobody can lead a person elsewhere after the login. */
    private static final Pattern OWN_PATH = Pattern.compile("/console(?:[/?][\\x21-\\x7e&&[^\\\\]]*)?");

    private final ConsoleAccess access;
    private final Templates templates;

    LoginController(ConsoleAccess access, Templates templates) {
        this.access = access;
        this.templates = templates;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request) {
        String next = ownPath(request.getParameters().get("next"));
        if (access instanceof PasswordAccess passwords && Session.of(request).isEmpty()) {
            return page(request, new LoginPage(passwords.loginToken(), "", next, null), HttpStatus.OK);
        }
        return HttpResponse.seeOther(URI.create(next));
    }

    @Post
    HttpResponse<?> login(HttpRequest<?> request) {
        Form form = Form.of(request);
        String next = ownPath(form.get("next"));
        if (!(access instanceof PasswordAccess passwords)) {
            return HttpResponse.seeOther(URI.create(next));
        }
        Login answer = passwords.login(form.raw("password"), form.get("name"), form.get("token"),
                request.getRemoteAddress().getAddress());
        return switch (answer) {
            case Login.Granted granted ->
                HttpResponse.seeOther(URI.create(next)).cookie(passwords.cookie(granted, request));
            case Login.Refused(Login.Reason reason) -> page(request, new LoginPage(passwords.loginToken(),
                    form.get("name"), next, "login." + reason.name().toLowerCase(Locale.ROOT)),
                    status(reason));
        };
    }

    private static HttpStatus status(Login.Reason reason) {
        return switch (reason) {
            case EXPIRED -> HttpStatus.FORBIDDEN;
            case THROTTLED -> HttpStatus.TOO_MANY_REQUESTS;
            case WRONG -> HttpStatus.UNAUTHORIZED;
        };
    }

    private static String ownPath(@Nullable String path) {
        return path != null && OWN_PATH.matcher(path).matches() ? path : HOME;
    }

    private HttpResponse<byte[]> page(HttpRequest<?> request, LoginPage model, HttpStatus status) {
        Texts texts = Texts.accepting(request.getHeaders().get("Accept-Language"));
        String html = templates.render("login.jte", PageFrame.before(texts, LOGIN), model);
        return HttpResponse.<byte[]>status(status).body(html.getBytes(StandardCharsets.UTF_8))
                .contentType(new MediaType("text/html;charset=utf-8"));
    }
}
