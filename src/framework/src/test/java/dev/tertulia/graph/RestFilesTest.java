package dev.tertulia.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.graph.http.RequestBody;
import dev.tertulia.graph.http.Transport;
import dev.tertulia.journal.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every request in {@code wire/rest} is what the client sends, and every answer there means what the file of the same
 * name in {@code wire/rest-expected} says. A file more is a test more; without its call and expectation it fails.
 */
class RestFilesTest {

    private static final Path WIRE = Path.of("../wire");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS).addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
            .addMixIn(Outcome.class, NamesItsType.class).addMixIn(GraphError.class, WithoutDefaults.class).build();
    private static final Transport.Answer NOTHING = new Transport.Answer(200, "{}");

    private static final Pattern PART = Pattern.compile("Content-Disposition: form-data; name=\"([^\"]*)\""
            + "(?:; filename=\"([^\"]*)\"\r\nContent-Type: ([^\r]*))?\r\n\r\n");

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface NamesItsType {}

    /** Files say whether an error passes only where it does. */
    @JsonInclude(Include.NON_DEFAULT)
    private interface WithoutDefaults {}

    /** A request as it left. */
    private record Sent(String method, URI address, String token, String contentType, String body) {}

    /** Keeps what is sent, and answers by a script whose last line is repeated. */
    private static final class Recorder implements FileTransport {

        final List<Sent> sent = new ArrayList<>();
        private final Deque<Answer> script;

        Recorder(Answer... script) {
            this.script = new ArrayDeque<>(List.of(script));
        }

        private Answer next() {
            return script.size() > 1 ? script.removeFirst() : script.getFirst();
        }

        @Override
        public Answer exchange(String method, String path, String token, RequestBody payload) throws IOException {
            String body = new String(payload.content().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(payload.length()).as("the length as announced").isEqualTo(body.length());
            sent.add(new Sent(method, URI.create(path), token, payload.contentType(), body));
            return next();
        }

        @Override
        public Download download(URI address, String token) {
            sent.add(new Sent("GET", address, token, "", ""));
            Answer answer = next();
            return new Download(answer.status(), null, new ByteArrayInputStream(answer.body().getBytes()));
        }
    }

    /** One answer that a file prints. */
    private record Printed(String file, String name, int status, JsonNode body) {
        @Override
        public String toString() {
            return file + " " + name;
        }
    }

    private static List<String> namesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(WIRE.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
        }
    }

    private static JsonNode read(String folder, String name) throws IOException {
        return JSON.readTree(WIRE.resolve(folder).resolve(name + ".json").toFile());
    }

    static Stream<String> requests() throws IOException {
        return namesIn("rest").stream()
                .filter(name -> !name.startsWith("error.") && !WireCalls.NEVER.containsKey(name));
    }

    static List<Printed> answers() throws IOException {
        List<Printed> answers = new ArrayList<>();
        for (String name : namesIn("rest").stream().filter(n -> !WireCalls.NEVER.containsKey(n)).toList()) {
            read("rest", name).path("responses").forEach(answer -> answers.add(new Printed(name,
                    answer.path("case").asText(), answer.path("status").asInt(), answer.path("body"))));
        }
        return answers;
    }

    @Test
    void everyFileHasItsCallOrAReasonForNone() throws IOException {
        assertThat(namesIn("rest").stream().filter(name -> !name.startsWith("error.")))
                .containsExactlyInAnyOrderElementsOf(WireCalls.known());
    }

    @Test
    void nothingIsExpectedOfAFileThatIsNotThere() throws IOException {
        assertThat(namesIn("rest-expected"))
                .isEqualTo(namesIn("rest").stream().filter(name -> !WireCalls.NEVER.containsKey(name)).toList());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isSentAsPrinted(String name) throws IOException {
        JsonNode printed = read("rest", name).path("request");
        Recorder recorder = new Recorder(before(name).orElse(NOTHING), NOTHING);

        outcome(name, recorder);

        Sent sent = recorder.sent.getLast();
        assertThat(sent.method()).isEqualTo(printed.path("method").asText());
        assertThat(decoded(sent.address().getRawPath())).isEqualTo(path(printed).replace("<APP_ID>", WireCalls.APP));
        assertThat(query(sent.address())).isEqualTo(WireCalls.QUERIES.getOrDefault(name, query(printed)));
        assertThat(sent.token()).isEqualTo(name.startsWith("app.") ? WireCalls.APP + "|<APP_SECRET>" : "secret");
        assertThat(body(sent)).isEqualTo(body(printed));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void meansWhatIsExpected(Printed printed) throws IOException {
        String body = printed.body().isTextual() ? printed.body().asText() : printed.body().toString();
        Transport.Answer answer = new Transport.Answer(printed.status(), body);
        Recorder recorder = printed.file().equals("media.download")
                ? new Recorder(before(printed.file()).orElseThrow(), answer)
                : new Recorder(answer);

        JsonNode meaning = JSON.valueToTree(outcome(printed.file(), recorder));

        assertThat(JSON.readTree(meaning.toString()))
                .isEqualTo(read("rest-expected", printed.file()).path(printed.name()));
    }

    /** What WhatsApp answered before the call that a file prints: the page before, or where the file is. */
    private static Optional<Transport.Answer> before(String name) throws IOException {
        String cursor = read("rest", "groups.list").at("/request/query/after").asText();
        return switch (name) {
            case "groups.list" -> Optional.of(new Transport.Answer(200,
                    "{\"data\":[],\"paging\":{\"next\":\"yes\",\"cursors\":{\"after\":\"" + cursor + "\"}}}"));
            case "media.download" -> {
                ObjectNode found = (ObjectNode) read("rest", "media.get_url").at("/responses/0/body");
                found.set("url", read("rest", name).at("/request/path"));
                byte[] bytes = read("rest", name).at("/responses/0/body").asText().getBytes();
                found.put("file_size", bytes.length).put("sha256", HexFormat.of().formatHex(Sha256.of(bytes)));
                yield Optional.of(new Transport.Answer(200, found.toString()));
            }
            default -> Optional.empty();
        };
    }

    private static @Nullable Object outcome(String name, Recorder recorder) throws IOException {
        try {
            return WireCalls.make(name, recorder);
        } catch (RefusedByWhatsApp refused) {
            return Map.of("refused", refused.code(), "httpStatus", refused.httpStatus(), "says",
                    refused.getMessage().replaceFirst(".*WhatsApp says: ", ""));
        } catch (WhatsAppUnavailable unreadable) {
            return unreadable.getMessage();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String path(JsonNode printed) {
        return printed.path("path").asText().replaceFirst("^https://[^/]+", "").replaceFirst("\\?.*", "");
    }

    private static Map<String, String> query(JsonNode printed) {
        Map<String, String> query = new TreeMap<>(query(printed.path("path").asText()));
        printed.path("query").properties().forEach(entry -> query.put(entry.getKey(), entry.getValue().asText()));
        return query;
    }

    private static Map<String, String> query(URI address) {
        return query(address.toString());
    }

    private static Map<String, String> query(String address) {
        Map<String, String> query = new TreeMap<>();
        String raw = address.contains("?") ? address.replaceFirst("[^?]*\\?", "") : "";
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            query.put(pair.replaceFirst("=.*", ""), decoded(pair.replaceFirst("[^=]*=", "")));
        }
        return query;
    }

    /** Every message carries our id, whether or not the file shows it. */
    private static JsonNode body(JsonNode printed) {
        if (printed.path("body") instanceof ObjectNode body) {
            if (body.path("interactive") instanceof ObjectNode interactive) {
                interactive.remove(WireCalls.LEFT_OUT);
            }
            if (body.path("text") instanceof ObjectNode text && !text.path("preview_url").asBoolean()) {
                text.remove("preview_url"); // it is false where it is not sent
            }
            return body.has("type") ? body.put("biz_opaque_callback_data", WireCalls.CALLBACK) : body;
        }
        return printed.path("multipart");
    }

    private static JsonNode body(Sent sent) throws IOException {
        return sent.contentType().startsWith("multipart/")
                ? form(sent)
                : sent.body().isEmpty()
                        ? JSON.missingNode()
                        : JSON.readTree(sent.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static JsonNode form(Sent sent) {
        ObjectNode form = JSON.createObjectNode();
        String boundary = "--" + sent.contentType().replaceFirst(".*boundary=", "");
        assertThat(sent.body()).startsWith(boundary + "\r\n").endsWith("\r\n" + boundary + "--\r\n");
        for (String part : sent.body().split(Pattern.quote(boundary) + "(--)?\r\n")) {
            Matcher head = PART.matcher(part);
            if (head.lookingAt() && head.group(2) != null) {
                form.putObject(head.group(1)).put("filename", head.group(2)).put("content_type", head.group(3))
                        .put("bytes", "<BINARY>");
            } else if (head.lookingAt()) {
                form.put(head.group(1), part.substring(head.end()).strip());
            }
        }
        return form;
    }
}
