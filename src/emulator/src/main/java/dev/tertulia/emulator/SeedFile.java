package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.tertulia.emulator.http.Json;

/**
 * Initial state of an emulator, in YAML or JSON.
 *
 * <pre>{@code
 * numbers:
 *   - {id: "2222", display_phone_number: "+1 555 078 3882"}
 * templates:
 *   - {name: welcome, language: en, body: "Welcome, {{1}}!", category: UTILITY}
 * limits: {messages_per_second: 80, operations_per_second: 1, pair_burst: 45}
 * people: [Dora, {name: Emil, phone: "+1 650 555 1235", number: "2222"}]
 * groups:
 *   - subject: Book club
 *     description: We read.
 *     join_approval_mode: auto_approve
 *     number: "2222"
 *     members: [Ana, {name: Ben, phone: "+1 650 555 1234"}, {name: Cleo, phone: ""}]
 * }</pre>
 */
final class SeedFile {
    private static final Set<String> KEYS = new TreeSet<>(
            List.of("numbers", "templates", "limits", "people", "groups"));
    private static final Set<String> GROUP_KEYS = new TreeSet<>(
            List.of("subject", "description", "join_approval_mode", "number", "members"));

    private final EmulatorState state;
    private final Membership membership;

    SeedFile(EmulatorState state, Membership membership) {
        this.state = state;
        this.membership = membership;
    }

    static ObjectNode read(Path file) {
        try {
            if (new YAMLMapper().readTree(Files.readString(file)) instanceof ObjectNode seed) {
                return seed;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s is not valid YAML: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("%s cannot be read: it is not there.".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
        throw new IllegalArgumentException("%s has to hold some of the keys %s.".formatted(file, KEYS));
    }

    void plant(ObjectNode seed) {
        check(seed, KEYS, "A seed file");
        list(seed, "numbers").forEach(
                one -> state.addNumber(text(one, "id"), text(one, "display_phone_number")));
        list(seed, "templates").forEach(one -> state.templates().add(text(one, "name"), text(one, "language"),
                text(one, "body"), one.path("category").asText("UTILITY")));
        if (seed.has("limits")) {
            state.limit(limits(seed.path("limits")));
        }
        list(seed, "people").forEach(
                one -> state.numberOrFirst(one.isTextual() ? null : Json.text(one, "number")).chat(person(one)));
        list(seed, "groups").forEach(this::group);
    }

    private static Limits limits(JsonNode one) {
        return new Limits(one.path("messages_per_second").asInt(), one.path("operations_per_second").asInt(),
                one.path("management_per_hour").asInt(), one.path("pair_burst").asInt());
    }

    private void group(JsonNode one) {
        check(one, GROUP_KEYS, "A group");
        ChatGroup group = membership
                .create(new GroupCreation(state.numberOrFirst(Json.text(one, "number")), text(one, "subject"),
                        one.path("description").asText(),
                        one.path("join_approval_mode").asText().equals("approval_required")));
        list(one, "members").forEach(member -> membership.join(group, person(member)));
    }

    private Person person(JsonNode member) {
        return member.isTextual()
                ? state.people().called(member.asText(), null)
                : state.people().called(text(member, "name"), Json.text(member, "phone"));
    }

    private static JsonNode list(JsonNode parent, String key) {
        JsonNode list = parent.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new IllegalArgumentException("'%s' is a list.".formatted(key));
        }
        return list;
    }

    private static String text(JsonNode one, String key) {
        return Optional.ofNullable(Json.text(one, key)).orElseThrow(
                () -> new IllegalArgumentException("'%s' is missing in %s.".formatted(key, one)));
    }

    private static void check(JsonNode node, Set<String> keys, String what) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("%s has no '%s'; it may have %s.".formatted(what, key, keys));
            }
        });
    }
}
