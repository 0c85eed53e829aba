package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/emulator.md} lists every route, fault and trouble, and no other; its commands work. */
class EmulatorDocsTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "emulator.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern CONTROL = Pattern
            .compile("(?:^\\| |, )`((?:GET|POST|PUT|DELETE) /emulator/\\S+)` \\|", Pattern.MULTILINE);
    private static final Pattern GRAPH = Pattern.compile("`((?:GET|POST|DELETE) /(?:\\{\\w+}/)?\\w+)`");
    private static final Pattern DECLARED = Pattern.compile("Route\\s*\\.graph\\(\\s*\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("^\\| `([A-Z][A-Z_0-9]+)` \\|", Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern
            .compile("curl -s \"?\\$E(?<path>/[^\\s\"]+)\"?(?<options>(?:[^\n\\\\]|\\\\\n)*)");
    private static final Pattern BODY = Pattern.compile("-d '([^']*)'");
    private static final Pattern METHOD = Pattern.compile("-X ([A-Z]+)");

    private final HttpClient client = HttpClient.newHttpClient();

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    /** The part of the page from a heading of the second level to the next one. */
    private static String section(String heading) throws IOException {
        String page = page();
        int start = page.indexOf("\n## " + heading + "\n");
        return page.substring(start, page.indexOf("\n## ", start + 1));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void listsTheRoutesOfTheControlInterface() throws IOException {
        try (Emulator emulator = Emulator.start(0, new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking()))) {
            String answer = send(HttpRequest.newBuilder(emulator.url().resolve("/emulator/nothing")).build()).body();
            Set<String> routes = found(Pattern.compile("((?:GET|POST|PUT|DELETE) /emulator/[^, .\"]+)"),
                    answer.substring(answer.indexOf("The routes are")));

            assertThat(found(CONTROL, section("Routes"))).isEqualTo(routes);
        }
    }

    @Test
    void listsTheCallsOfTheGraphApi() throws IOException {
        Set<String> declared = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                declared.addAll(found(DECLARED, Files.readString(file)));
            }
        }

        assertThat(found(GRAPH, section("The Graph API"))).isEqualTo(declared);
    }

    @Test
    void listsFaultsAndTroubles() throws IOException {
        assertThat(found(NAME, section("Faults"))).isEqualTo(names(Fault.values()));
        assertThat(found(NAME, section("Troubles"))).isEqualTo(names(Trouble.values()));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A bot has answered with buttons, so that there is something to react to and to tap. */
    @Test
    void itsCommandsWork() throws IOException {
        try (Emulator emulator = Emulator.start(0, new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking()))) {
            String question = "";
            for (Matcher command : commands()) {
                String body = body(command).replace("wamid.…", question);
                HttpResponse<String> response = send(request(emulator, command, body));

                assertThat(response.statusCode()).as(command.group() + ": " + response.body()).isEqualTo(200);
                if (body.contains("hello")) {
                    question = ask(emulator);
                }
            }
        }
    }

    private static List<Matcher> commands() throws IOException {
        Matcher commands = COMMAND.matcher(page());
        List<Matcher> all = new ArrayList<>();
        while (commands.find()) {
            Matcher one = COMMAND.matcher(commands.group());
            one.find();
            all.add(one);
        }
        assertThat(all).hasSizeGreaterThan(8);
        return all;
    }

    private static String body(Matcher command) {
        Matcher body = BODY.matcher(command.group("options"));
        return body.find() ? body.group(1) : "";
    }

    private static HttpRequest request(Emulator emulator, Matcher command, String body) {
        Matcher method = METHOD.matcher(command.group("options"));
        String named = method.find() ? method.group(1) : body.isEmpty() ? "GET" : "POST";
        return HttpRequest.newBuilder(URI.create(emulator.url() + command.group("path")))
                .header("Content-Type", "application/json").method(named, BodyPublishers.ofString(body)).build();
    }

    private String ask(Emulator emulator) {
        String buttons = """
                {"method": "POST", "path": "/v25.0/%s/messages", "body": {"messaging_product": "whatsapp",
                 "to": "16505551234", "type": "interactive", "interactive": {"type": "button",
                 "body": {"text": "Tea?"}, "action": {"buttons":
                 [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]}}}}"""
                .formatted(AccountSettings.demo().phoneNumberId());
        String answer = send(HttpRequest.newBuilder(URI.create(emulator.url() + "/emulator/graph"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(buttons)).build()).body();
        Matcher id = Pattern.compile("wamid\\.[^\"]+").matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        return id.group();
    }
}
