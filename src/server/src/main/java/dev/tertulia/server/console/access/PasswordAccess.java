package dev.tertulia.server.console.access;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;

import dev.tertulia.server.settings.ConsoleSettings;

/** Access by the password of a role, kept in a signed cookie. */
public final class PasswordAccess implements ConsoleAccess {

    private static final String COOKIE = "tertulia-console";
    private static final String PATH = "/console";
    private static final int LONGEST_NAME = 64;

    private final Passwords passwords;
    private final SessionCookie cookie;
    private final LoginToken token;
    private final LoginThrottle throttle;

    PasswordAccess(String appSecret, ConsoleSettings settings, InstantSource clock) {
        this.passwords = new Passwords(appSecret, settings);
        this.cookie = new SessionCookie(passwords, clock);
        this.token = new LoginToken(appSecret, clock);
        this.throttle = new LoginThrottle(clock);
    }

    @Override
    public boolean exists(HttpRequest<?> request) {
        return true;
    }

    @Override
    public Optional<Session> session(HttpRequest<?> request) {
        return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).flatMap(cookie::read);
    }

    /** A token for a login form. */
    public String loginToken() {
        return token.issue();
    }

    /** Attempts to log in. */
    public Login login(String password, String name, String formToken, InetAddress from) {
        if (!token.isValid(formToken)) {
            return new Login.Refused(Login.Reason.EXPIRED);
        }
        if (!throttle.admit(from)) {
            return new Login.Refused(Login.Reason.THROTTLED);
        }
        Optional<Role> role = passwords.role(password);
        role.ifPresent(known -> throttle.succeeded(from));
        return role.<Login>map(known -> new Login.Granted(cookie.issue(new Viewer(name(name, known), known))))
                .orElse(new Login.Refused(Login.Reason.WRONG));
    }

    private static String name(String given, Role role) {
        String name = given.replaceAll("\\p{C}", "").strip();
        String shortened = name.codePoints().limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return shortened.isEmpty() ? role.name().toLowerCase(Locale.ROOT) : shortened;
    }

    /** The cookie of a new session. */
    public Cookie cookie(Login.Granted granted, HttpRequest<?> request) {
        return cookie(granted.cookie(), request).maxAge(SessionCookie.VALID_FOR);
    }

    /** The cookie that ends a session in the browser. */
    public Cookie end(HttpRequest<?> request) {
        return cookie("", request).maxAge(0);
    }

    private static Cookie cookie(String value, HttpRequest<?> request) {
        boolean tls = request.isSecure() || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
        return Cookie.of(COOKIE, value).path(PATH).httpOnly(true).secure(tls).sameSite(SameSite.Strict);
    }
}
