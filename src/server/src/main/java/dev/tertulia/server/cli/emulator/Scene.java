package dev.tertulia.server.cli.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.cli.terminal.CommandFailed;

/** The groups and people of an emulator, found by what people call them. */
record Scene(JsonNode state) {

    private static final int MOST_NAMED = 10;
    private static final String SUBJECT = "subject";

    /** The group with this id, subject or part of a subject. */
    JsonNode group(String name) {
        return one("group", name, all(state.path("groups")), group -> group.path(SUBJECT).asText(),
                "create one with: trigger new-group SUBJECT");
    }

    /** A member of a group. */
    JsonNode member(JsonNode group, String name) {
        return one("member of " + group.path(SUBJECT).asText(), name, all(group.path("members")), Scene::shownName,
                "let somebody join with: trigger join");
    }

    /** A person who wants to join a group. */
    JsonNode request(JsonNode group, String name) {
        return one("join request in " + group.path(SUBJECT).asText(), name, all(group.path("join_requests")),
                request -> request.path("name").asText(), "there is none");
    }

    /** A person in any group or private chat. */
    JsonNode person(String name) {
        return one("person", name, people(), Scene::shownName, "add one with: trigger new-person NAME");
    }

    /** A person in any group or private chat, by exact name, id or phone number. */
    Optional<JsonNode> known(String name) {
        return people().stream().filter(person -> isExactly(person, name, Scene::shownName)).findFirst();
    }

    private List<JsonNode> people() {
        Stream<JsonNode> members = all(state.path("groups")).stream()
                .flatMap(group -> all(group.path("members")).stream());
        Stream<JsonNode> chats = all(state.path("chats")).stream().map(chat -> chat.path("person"));
        return Stream.concat(members, chats).distinct().toList();
    }

    private static String shownName(JsonNode person) {
        return person.path("name").asText().isEmpty()
                ? person.path("shown_name").asText()
                : person.path("name").asText();
    }

    private static List<JsonNode> all(JsonNode array) {
        return array.valueStream().toList();
    }

    /** The last message of a chat that fits. */
    static Optional<JsonNode> lastMessage(JsonNode chat, boolean toTap) {
        return all(chat.path("messages")).reversed().stream()
                .filter(message -> !toTap || !message.path("choices").isMissingNode()).findFirst();
    }

    /** The private chat of a person. */
    Optional<JsonNode> chat(JsonNode person, @Nullable String number) {
        return all(state.path("chats")).stream()
                .filter(chat -> chat.at("/person/id").equals(person.path("id")))
                .filter(chat -> number == null || chat.path("number").asText().equals(number)).findFirst();
    }

    private static boolean isExactly(JsonNode one, String name, Function<JsonNode, String> names) {
        return one.path("id").asText().equals(name) || names.apply(one).equalsIgnoreCase(name)
                || !digits(name).isEmpty() && digits(name).equals(one.path("phone").asText());
    }

    private static String digits(String text) {
        return text.matches("[+0-9 ().-]+") ? text.replaceAll("\\D", "") : "";
    }

    private static JsonNode one(String kind, String name, List<JsonNode> all, Function<JsonNode, String> names,
            String otherwise) {
        List<JsonNode> found = all.stream().filter(one -> isExactly(one, name, names)).toList();
        if (found.isEmpty()) {
            found = all.stream().filter(one -> names.apply(one).toLowerCase(Locale.ROOT)
                    .contains(name.toLowerCase(Locale.ROOT))).toList();
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        String some = (found.isEmpty() ? all : found).stream().limit(MOST_NAMED)
                .map(one -> names.apply(one) + " (" + one.path("id").asText() + ")").collect(Collectors.joining(", "));
        if (found.size() > 1) {
            throw new CommandFailed("'%s' names more than one %s: %s.".formatted(name, kind, some));
        }
        throw new CommandFailed("There is no %s '%s'; %s.".formatted(kind, name, some.isEmpty()
                ? otherwise
                : "there are " + some));
    }
}
