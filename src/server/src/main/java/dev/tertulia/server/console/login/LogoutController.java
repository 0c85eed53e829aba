package dev.tertulia.server.console.login;

import java.net.URI;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

import dev.tertulia.server.console.access.ConsoleAccess;
import dev.tertulia.server.console.access.PasswordAccess;
import dev.tertulia.server.console.page.ConsolePage;

/** The end of a login. */
@Controller(LogoutController.LOGOUT)
@ConsolePage
final class LogoutController {

    static final String LOGOUT = "/console/logout";

    private final ConsoleAccess access;

    LogoutController(ConsoleAccess access) {
        this.access = access;
    }

    @Post
    HttpResponse<?> logout(HttpRequest<?> request) {
        MutableHttpResponse<?> response = HttpResponse.seeOther(URI.create(LoginController.LOGIN));
        return access instanceof PasswordAccess passwords ? response.cookie(passwords.end(request)) : response;
    }
}
