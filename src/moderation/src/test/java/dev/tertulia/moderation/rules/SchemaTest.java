package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema with which editors complete rule files agrees with the reader. */
class SchemaTest {

    private static final Path CONFIG = Path.of("..", "..", "config");
    private static final Schema SCHEMA = schema();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What is wrong beyond the form of a file, which a schema does not see. */
    private static final Set<String> UNSEEN = Set.of("doubled key", "doubled names", "words in a file that is missing",
            "words in a file elsewhere", "a file of words that is empty", "a file of words in another encoding",
            "words that are none", "look-ahead", "look-behind", "a reference", "a possessive quantifier",
            "an atomic group", "a bracket that does not end", "a pattern that repeats too much",
            "conditions of other events", "too deep", "more similar texts than are compared");

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Files.readString(CONFIG.resolve("moderation.schema.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(json(new Yaml(new LoaderOptions()).compose(new StringReader(yaml))));
    }

    /** A value as editors see it, which read YAML 1.2. */
    private static JsonNode json(Node node) {
        return switch (node) {
            case MappingNode map -> map(map);
            case SequenceNode list -> {
                ArrayNode array = JSON.arrayNode();
                list.getValue().forEach(item -> array.add(json(item)));
                yield array;
            }
            case ScalarNode scalar -> scalar.isPlain() ? plain(scalar.getValue()) : JSON.textNode(scalar.getValue());
            case null, default -> JSON.nullNode();
        };
    }

    private static ObjectNode map(MappingNode map) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple pair : map.getValue()) {
            object.set(((ScalarNode) pair.getKeyNode()).getValue(), json(pair.getValueNode()));
        }
        return object;
    }

    private static JsonNode plain(String text) {
        if (text.isEmpty()) {
            return JSON.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (text.matches("[-+]?[0-9]{1,15}")) {
            return JSON.numberNode(Long.parseLong(text));
        }
        return text.matches("[-+]?[0-9]+\\.[0-9]+") ? JSON.numberNode(Double.parseDouble(text)) : JSON.textNode(text);
    }

    static List<Path> readyPolicies() throws IOException {
        try (Stream<Path> files = Files.list(CONFIG.resolve("policies"))) {
            return files.filter(file -> !file.toString().endsWith(".cases.yml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("readyPolicies")
    void acceptsTheReadyPolicies(Path policy) throws IOException {
        assertThat(errors(Files.readString(policy))).isEmpty();
    }

    @Test
    void acceptsTheExample() {
        assertThat(errors(RuleFileTest.EXAMPLE)).isEmpty();
    }

    static Stream<Arguments> conditions() {
        return RuleFileTest.conditions();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void acceptsConditions(String text, Condition condition) {
        assertThat(errors(RuleFileTest.file("message", "{ " + text + " }", "{ note: true }"))).isEmpty();
    }

    static Stream<Arguments> actions() {
        return RuleFileTest.actions();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void acceptsActions(String on, String text, Action action) {
        assertThat(errors(RuleFileTest.file(on, "{ strikes: 1 }", text.startsWith("{") ? text : "{ " + text + " }")))
                .isEmpty();
    }

    static Stream<RuleFileProblemsTest.Wrong> wrong() throws IOException {
        return RuleFileProblemsTest.wrong().filter(file -> !UNSEEN.contains(file.toString())
                && !file.answers().getFirst().contains("this is not YAML"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatTheReaderRefuses(RuleFileProblemsTest.Wrong file) {
        assertThat(errors(file.text())).as(file.text()).isNotEmpty();
    }
}
