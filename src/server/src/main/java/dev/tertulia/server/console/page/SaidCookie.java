package dev.tertulia.server.console.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;

/** The cookie that carries the result of an action to the page after it. */
final class SaidCookie {

    private static final String NAME = "tertulia-console-said";
    private static final String GOOD = "+";
    private static final int LONGEST = 1_000;
    private static final Duration VALID_FOR = Duration.ofMinutes(1);

    private SaidCookie() {}

    static Optional<Said> read(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).flatMap(SaidCookie::decode);
    }

    private static Optional<Said> decode(String value) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            return text.isEmpty() ? Optional.empty() : Optional.of(new Said(text.startsWith(GOOD), text.substring(1)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    static void write(MutableHttpResponse<?> response, Said said) {
        String text = said.text().length() > LONGEST ? said.text().substring(0, LONGEST) + "…" : said.text();
        String value = (said.good() ? GOOD : "-") + text;
        response.cookie(cookie(Base64.getUrlEncoder().withoutPadding()
                .encodeToString(value.getBytes(StandardCharsets.UTF_8))).maxAge(VALID_FOR));
    }

    static void delete(MutableHttpResponse<?> response) {
        response.cookie(cookie("").maxAge(0));
    }

    private static Cookie cookie(String value) {
        return Cookie.of(NAME, value).path("/console").httpOnly(true).sameSite(SameSite.Strict);
    }
}
