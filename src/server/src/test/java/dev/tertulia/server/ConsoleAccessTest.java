package dev.tertulia.server;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody sees or does anything in the console without a login that allows it. */
class ConsoleAccessTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String READER = "only looking at things";
    private static final Set<String> OPEN = Set.of("/console/login", "/console/assets/console.css");

    private static LiveServer server;

    private ConsoleVisitor visitor;

    @BeforeAll
    static void start() {
        server = new LiveServer(
                Map.of("tertulia.console.password", PASSWORD, "tertulia.console.reader-password", READER));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void come() {
        visitor = new ConsoleVisitor(server.url());
    }

    private static Stream<UriRouteInfo<?, ?>> routes() {
        return server.bean(Router.class).uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toString().startsWith("/console"));
    }

    private static Stream<String> paths(boolean looking) {
        return routes()
                .filter(route -> Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(route.getHttpMethod()) == looking)
                .map(route -> route.getUriMatchTemplate().toString().replace("/assets/{name}", "/assets/console.css")
                        .replaceAll("\\{[^}]*}", "raw:1-0"))
                .distinct();
    }

    static Stream<String> pages() {
        return paths(true);
    }

    static Stream<String> actions() {
        return paths(false);
    }

    @Test
    void aPageThatDoesNotExistSaysSoToThoseWhoAreLoggedIn() {
        assertThat(visitor.get("/console/nothing").statusCode()).isEqualTo(303);
        visitor.login(READER);

        HttpResponse<String> answer = visitor.get("/console/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("The console has no such page.", "/console/groups");
    }

    @Test
    void routesAreFound() {
        assertThat(pages()).contains("/console", "/console/login", "/console/deliveries");
        assertThat(actions()).contains("/console/login", "/console/logout", "/console/deliveries/act");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesWithoutLoginLeadToIt(String page) {
        HttpResponse<String> answer = visitor.get(page);

        if (OPEN.contains(page)) {
            assertThat(answer.statusCode()).isEqualTo(200);
        } else {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .startsWith("/console/login?next=%2Fconsole");
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/nothing", "/console//deliveries", "/console/%64eliveries",
            "/console/assets/../deliveries", "/console/assets/..%2Fdeliveries", "/%63onsole", "/console;x"})
    void otherSpellingsLeadNowhere(String path) {
        assertThat(visitor.get(path).statusCode()).isIn(303, 404, 400, 401);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void actionsWithoutLoginAreRefused(String action) {
        if (!OPEN.contains(action)) {
            assertThat(visitor.post(action, Map.of("id", "raw:1-0")).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aReaderCanDoNothing(String action) {
        assertThat(visitor.login(READER).statusCode()).isEqualTo(303);

        if (!OPEN.contains(action) && !action.equals("/console/logout")) {
            assertThat(visitor.post(action, Map.of()).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aFormNeedsItsToken(String action) {
        visitor.login(PASSWORD);

        assertThat(List.of("", "wrong")).allSatisfy(
                token -> assertThat(visitor.post(action, Map.of(), token).statusCode()).isEqualTo(403));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aFormOfAnotherSiteIsRefused(String action) {
        visitor.login(PASSWORD);

        assertThat(Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site").entrySet())
                .allSatisfy(header -> assertThat(
                        visitor.post(action, Map.of(), visitor.token(), header.getKey(), header.getValue())
                                .statusCode())
                        .isEqualTo(403));
        assertThat(visitor.post(action, Map.of(), visitor.token(), "Origin", "null").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"correct horse battery staple,MODERATOR", "only looking at things,READER"})
    void aPasswordIsOfARole(String password, String role) {
        HttpResponse<String> answer = visitor.login(password);

        assertThat(answer.headers().firstValue("Location")).hasValue("/console");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/console").doesNotContain("Secure");
        assertThat(visitor.get("/console").body()).contains("Ana").matches(
                page -> page.contains("may look, not act") == role.equals("READER"));
    }

    @Test
    void theCookieIsSecureBehindTls() {
        visitor.get("/console/login");

        HttpResponse<String> answer = visitor.post("/console/login", Map.of("password", PASSWORD), visitor.token(),
                "X-Forwarded-Proto", "https");

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void theLoginLeadsToThePageThatWasWanted() {
        visitor.get("/console/login?next=%2Fconsole%2Fdeliveries%3Fkind%3Dheld");

        assertThat(visitor.post("/console/login", Map.of("password", PASSWORD, "next", "/console/deliveries?kind=held"))
                .headers().firstValue("Location")).hasValue("/console/deliveries?kind=held");
        assertThat(List.of("//evil.example", "https://evil.example", "/console\\..", "/consolex", "/playground"))
                .allSatisfy(next -> assertThat(
                        visitor.post("/console/login", Map.of("password", PASSWORD, "next", next)).headers()
                                .firstValue("Location"))
                        .hasValue("/console"));
    }

    @Test
    void aChangedCookieIsNoLogin() {
        visitor.login(READER);
        String good = visitor.cookie();

        assertThat(Stream.of(good + "x", good.replace("=", "=A"), "tertulia-console=", "tertulia-console=a.b",
                "tertulia-console=..")).allSatisfy(bad -> {
                    visitor.cookie(bad);
                    assertThat(visitor.get("/console").statusCode()).isEqualTo(303);
                });
    }

    @Test
    void logoutEndsTheLogin() {
        visitor.login(READER);

        HttpResponse<String> answer = visitor.post("/console/logout", Map.of());

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(visitor.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void anOldFormComesBackWithWhatWasTyped() {
        visitor.login(PASSWORD);

        HttpResponse<String> answer = visitor.post("/console/deliveries/act", Map.of("id", "raw:<b>"), "old");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("raw:&lt;b>").contains(visitor.token());
    }

    @Test
    void anOldFormKeepsTheLinesThatWereTyped() {
        visitor.login(PASSWORD);

        HttpResponse<String> answer = visitor.post("/console/groups/group-1/notice",
                Map.of("text", "\none\n</textarea><b>two", "action", "preview"), "old");

        assertThat(answer.body()).contains(
                "<textarea name=\"text\" rows=\"6\">\n\none\n&lt;/textarea&gt;&lt;b&gt;two</textarea>",
                "name=\"action\" value=\"preview\"");
    }

    @Test
    void scriptsOfThisSiteAloneRun() {
        assertThat(visitor.get("/console/login").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }
}
