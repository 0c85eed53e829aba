package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every route of the console, of things that exist: what is not allowed, and what only looks, changes nothing stored. */
class ConsoleRoutesTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String READER = "only looking at things";
    private static final String RULES = "/console/moderation/rules";
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    /** What the process writes by itself, whoever looks: its lease, its mark, that it is alive, and whether the store accepts writes. */
    private static final Pattern BY_ITSELF = Pattern.compile(".*:(lease|fence|rested|probe|processes|marked)");
    private static final String RULE_FILE = """
            history: { keep: 30d }
            policies:
              - name: p
                groups: { all: true }
                rules: [ { name: words, mode: enforce, when: { words: [casino] }, then: [ { propose: remove } ] } ]
            """;

    @TempDir
    private static Path folder;

    private static TestRedis redis;
    private static LiveServer server;
    private static ConsoleVisitor moderator;
    private static Map<String, String> things;

    @BeforeAll
    static void start() throws IOException {
        Path file = Files.writeString(folder.resolve("moderation.yml"), RULE_FILE);
        redis = TestRedis.start("--appendonly", "no");
        server = new LiveServer(Map.of("tertulia.console.password", PASSWORD, "tertulia.console.reader-password",
                READER, "tertulia.moderation", file.toString(), "redis.uri", redis.uri()));
        moderator = new ConsoleVisitor(server.url());
        moderator.login(PASSWORD);
        things = things();
        awaitIdle();
    }

    @AfterAll
    static void stop() {
        moderator.close();
        server.close();
        redis.close();
    }

    /** An event, a group, a case, a dead delivery, a broadcast, a former version of the rules and a back-test, by variable. */
    private static Map<String, String> things() {
        server.meta().deliver("{ broken");
        server.meta().deliver(
                Delivery.ofMessages(List.of(Delivery.message("group-1", "wamid.in-1", "casino", Instant.now()))));
        Trail trail = Trail.of(server.bean(Logs.class), Duration.ofDays(400));
        await().until(() -> !trail.search(CaseQuery.latest(1)).isEmpty());
        server.groups().group("group-1").label("vip");
        moderator.post("/console/broadcasts/new", Map.of("name", "digest", "label", "vip", "text", "Hello", "shut",
                "hold", "hours", "5", "action", "start"));
        String trial = edit("try");
        edit("save");
        return Map.of("/events/{mark}", link("/console/events", "/console/events/([0-9a-f]{16})"), "/groups/{id}",
                "group-1", "/cases/{one}",
                trail.search(CaseQuery.latest(1)).getFirst().number(), "/letters/{id}",
                server.deadLetters().list(DeadLetterKind.QUARANTINED, null, 1).getFirst().id().toString(),
                "/broadcasts/{name}", "digest", "/trials/{id}", trial.replaceAll(".*/trials/|\\?.*", ""),
                "/versions/{name}", link(RULES + "/versions", "/versions/([^\"?]+)"), "/assets/{name}",
                "console.css");
    }

    private static String edit(String action) {
        String base = link(RULES + "/edit", "name=\"base\" value=\"([^\"]+)\"");
        return moderator.post(RULES + "/edit", Map.of("action", action, "base", base, "since", "1d", "text",
                RULE_FILE.replace("casino", "poker"))).headers().firstValue("Location").orElseThrow();
    }

    private static String link(String page, String pattern) {
        return Pattern.compile(pattern).matcher(moderator.get(page).body()).results().findFirst()
                .map(found -> found.group(1)).orElseThrow();
    }

    private static void awaitIdle() {
        AtomicReference<Map<String, String>> before = new AtomicReference<>(Map.of());
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofSeconds(2))
                .until(() -> changed(before.getAndSet(stored())).isEmpty());
    }

    /** Everything that is stored: in Redis, in the folder of the rules, and at WhatsApp. */
    private static Map<String, String> stored() {
        Map<String, String> stored = new TreeMap<>(redis.contents());
        stored.keySet().removeIf(BY_ITSELF.asMatchPredicate());
        stored.put("sent", "" + server.graph().sent().size());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                stored.put(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return stored;
    }

    /** What is stored otherwise than before. */
    private static Set<String> changed(Map<String, String> before) {
        Map<String, String> now = stored();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), now.get(name)));
        return names;
    }

    /** The paths of all routes of the router that look, or all others, to things that exist. */
    private static List<String> paths(boolean looking) {
        return server.bean(Router.class).uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toString().startsWith("/console"))
                .filter(route -> Set.of(HttpMethod.GET, HttpMethod.HEAD).contains(route.getHttpMethod()) == looking)
                .map(ConsoleRoutesTest::path).distinct().sorted().toList();
    }

    private static String path(UriRouteInfo<?, ?> route) {
        String template = route.getUriMatchTemplate().toString();
        return VARIABLE.matcher(template).replaceAll(variable -> thing(template, variable));
    }

    private static String thing(String template, MatchResult variable) {
        return things.entrySet().stream().filter(one -> template.substring(0, variable.end()).endsWith(one.getKey()))
                .map(Map.Entry::getValue).findFirst().orElseThrow(() -> new AssertionError(
                        template + ": add something that exists for " + variable.group() + " to this test"));
    }

    private static Map<String, String> fields() {
        return Map.ofEntries(Map.entry("action", "discard"), Map.entry("id", things.get("/letters/{id}")),
                Map.entry("kind", "quarantined"), Map.entry("case", things.get("/cases/{one}")),
                Map.entry("verdict", "yes"), Map.entry("label", "other"), Map.entry("which", "all"),
                Map.entry("text", RULE_FILE), Map.entry("shut", "drop"), Map.entry("name", "more"),
                Map.entry("base", link(RULES + "/edit", "name=\"base\" value=\"([^\"]+)\"")));
    }

    @Test
    void lookingChangesNothing() {
        Map<String, String> before = stored();

        assertThat(paths(true)).hasSizeGreaterThan(15).filteredOn(path -> !path.endsWith("/live")).allSatisfy(path -> {
            int well = path.equals("/console/login") ? 303 : 200;
            assertThat(moderator.get(path + "?rule=p/words").statusCode()).isEqualTo(well);
            assertThat(moderator.get(path + "?rule=p/words&q=a&format=csv").statusCode()).isEqualTo(well);
            assertThat(changed(before)).as(path).isEmpty();
        });
    }

    @Test
    void aChangeWouldBeNoticed() {
        Map<String, String> before = stored();

        moderator.post("/console/groups/group-1/labels", Map.of("label", "noticed", "action", "add"));

        assertThat(changed(before)).isNotEmpty();
    }

    @Test
    void aReaderChangesNothing() {
        Map<String, String> fields = fields();
        Map<String, String> before = stored();

        try (ConsoleVisitor reader = new ConsoleVisitor(server.url())) {
            reader.login(READER);
            assertThat(paths(false)).hasSizeGreaterThan(10)
                    .filteredOn(path -> !Set.of("/console/login", "/console/logout").contains(path))
                    .allSatisfy(path -> {
                        assertThat(reader.post(path, fields).statusCode()).isEqualTo(403);
                        assertThat(changed(before)).as(path).isEmpty();
                    });
        }
    }

    @Test
    void withoutLoginThereIsTheLoginAlone() {
        Map<String, String> fields = fields();
        Map<String, String> before = stored();

        try (ConsoleVisitor stranger = new ConsoleVisitor(server.url())) {
            stranger.get("/console/login");
            assertThat(paths(true)).allSatisfy(path -> assertThat(stranger.get(path).statusCode())
                    .isEqualTo(isOpen(path) ? 200 : 303));
            assertThat(paths(false)).filteredOn(path -> !isOpen(path)).allSatisfy(path -> {
                assertThat(stranger.post(path, fields).statusCode()).isEqualTo(401);
                assertThat(changed(before)).as(path).isEmpty();
            });
        }
    }

    private static boolean isOpen(String path) {
        return path.equals("/console/login") || path.startsWith("/console/assets/");
    }
}
