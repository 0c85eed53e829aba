package dev.tertulia.emulator;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** Every request of the wire files is answered as they print it, and every error in the same words. */
class GraphContractTest {
    private static final Path FOLDER = folder();

    /** Meta sends them or not: user ids since 2026, a subcode in old versions, a status for paced templates. */
    private static final Set<String> OPTIONAL = Set.of("user_id", "parent_user_id", "username", "sub_category", "next",
            "previous", "tier", "message_status", "error_subcode");

    /** What to ask where a file is about an error of any call. */
    private static final Map<String, String> ANY_CALL = Map.of("error.131208_group_rate", "groups.update_text",
            "error.131215_not_eligible", "groups.create", "error.80007_waba_rate", "templates.list");

    private static Path folder() {
        try {
            return Path.of(GraphContractTest.class.getResource("/wire/rest").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode read(String file) {
        try {
            return Json.read(Files.readAllBytes(FOLDER.resolve(file + ".json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(path -> path.getFileName().toString().replace(".json", "")).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerOfEveryFile() throws IOException {
        return files().stream().flatMap(file -> StreamSupport.stream(read(file).path("responses").spliterator(), false)
                .filter(answer -> !ContractScenes.NOT_EMULATED.containsKey(name(file, answer)))
                .map(answer -> DynamicTest.dynamicTest(name(file, answer), () -> check(file, answer))));
    }

    private static String name(String file, JsonNode answer) {
        return file + "/" + answer.path("case").asText();
    }

    @Test
    void everyExceptionIsInTheFiles() throws IOException {
        Stream<String> answers = files().stream().flatMap(file -> StreamSupport
                .stream(read(file).path("responses").spliterator(), false).map(answer -> name(file, answer)));

        assertThat(answers).containsAll(ContractScenes.NOT_EMULATED.keySet());
    }

    private static void check(String file, JsonNode expected) {
        var stage = new ContractStage(file);
        ObjectNode request = request(file);
        ContractScenes.set(file, expected.path("case").asText(), stage, request);

        Response response = stage.answer(request);

        assertThat(response.status()).as(response.text()).isEqualTo(expected.path("status").asInt());
        expected.path("headers").properties().forEach(header -> compare(header.getKey(),
                Json.read(header.getValue().asText().getBytes(StandardCharsets.UTF_8)),
                Json.read(response.headers().get(header.getKey()).getBytes(StandardCharsets.UTF_8))));
        JsonNode body = expected.path("body");
        if (body.isObject()) {
            compare("", body, Stage.json(response));
            compareError(body.path("error"), Stage.json(response).path("error"));
        } else {
            assertThat(response.text()).isEqualTo(body.isNull() ? "" : "bytes");
        }
    }

    private static ObjectNode request(String file) {
        ObjectNode request = (ObjectNode) read(file).path("request");
        return request.path("method").asText().equals("*")
                ? (ObjectNode) read(ANY_CALL.getOrDefault(file, "messages.group.text")).path("request")
                : request;
    }

    /** The same keys with values of the same types. */
    private static void compare(String where, JsonNode expected, JsonNode actual) {
        assertThat(actual.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            assertThat(keys(actual)).as(where).containsExactlyInAnyOrderElementsOf(keys(expected));
            expected.properties().stream().filter(entry -> !OPTIONAL.contains(entry.getKey())).forEach(
                    entry -> compare(where + "/" + entry.getKey(), entry.getValue(), actual.path(entry.getKey())));
        }
        if (expected.isArray() && !expected.isEmpty()) {
            assertThat(actual).as(where).isNotEmpty();
            compare(where + "/0", expected.path(0), actual.path(0));
        }
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).filter(key -> !OPTIONAL.contains(key)).toList();
    }

    /** Meta's own words; in brackets are notes of whoever saw the error. */
    private static void compareError(JsonNode expected, JsonNode actual) {
        assertThat(actual.path("code")).isEqualTo(expected.path("code"));
        if (expected.path("code").asInt() <= 190) {
            assertThat(actual.path("error_subcode")).isEqualTo(expected.path("error_subcode"));
        }
        if (expected.path("code").asInt() != 190 && expected.path("code").asInt() != 100) {
            assertThat(actual.path("message")).isEqualTo(expected.path("message"));
        }
        if (!expected.at("/error_data/details").asText("(").startsWith("(")) {
            assertThat(actual.path("error_data")).isEqualTo(expected.path("error_data"));
        }
    }
}
