package dev.tertulia.server.cli.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.server.cli.terminal.CommandFailed;

/** What people do. */
final class PeopleEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Field QUOTED = Field.optional("quoted", "The id of the message that is quoted.");
    private static final Field AT = Field.optional("at", "When it was written, such as 2026-11-21T10:00:00Z.");
    private static final Field OF_MESSAGE = Field.optional("message",
            "The id of the message; the last one of the chat unless given.");
    private static final String PEOPLE = "POST /people/%s";
    private static final String GROUPS = "POST /groups/%s";

    private PeopleEvents() {}

    static List<Event> all() {
        return List.of(
                new Event("say", "A person writes in a group, or privately.",
                        List.of(Field.CHAT, Field.MEMBER, Field.parameter("text", "The text."), QUOTED,
                                Field.optional("forwarded", "true, or often, for a forwarded message."), AT,
                                Field.NUMBER),
                        "{member} wrote {id}",
                        List.of("say --group tea --member Ana \"/ping\" --wait 5s",
                                "say --member \"+1 650 555 1234\" \"hello\""),
                        asked -> write(asked, asked.body("text", "quoted", "forwarded", "at"))),
                Event.of("media", "A person sends a file.",
                        List.of(Field.CHAT, Field.MEMBER, Field.parameter("file", "The file."),
                                Field.optional("type", "image, video, audio, document or sticker; image unless given."),
                                Field.optional("mime-type", "The type of the file; by its name unless given."),
                                Field.optional("caption", "The text below it."), Field.NUMBER),
                        "{member} sent {id}", "media --group tea --member Ana photo.jpg --caption \"Our team\"",
                        PeopleEvents::media),
                Event.of("message", "A person sends a message of any type, as webhooks show it.",
                        List.of(Field.CHAT, Field.MEMBER,
                                Field.required("type", "The type, such as location, contacts or unsupported."),
                                Field.last("content", "The value at the key of the type, in JSON."), QUOTED, AT,
                                Field.NUMBER),
                        "{member} sent {id}",
                        "message --group tea --member Ana --type location '{\"latitude\": 38.7, \"longitude\": -9.1}'",
                        asked -> write(asked, typed(asked.body("type", "quoted", "at"), asked))),
                Event.of("react", "A person reacts to a message.",
                        List.of(Field.CHAT, Field.MEMBER,
                                Field.parameter("emoji", "The emoji; empty to remove the reaction."), OF_MESSAGE,
                                Field.NUMBER),
                        "{member} reacted: {id}", "react --group tea --member Ana 👍", PeopleEvents::react),
                Event.of("tap", "A person taps a button or a row.",
                        List.of(Field.CHAT, Field.MEMBER, Field.parameter("choice", "Its id, payload or title."),
                                OF_MESSAGE, Field.NUMBER),
                        "{member} tapped {choice}: {id}", "tap --member Ana yes", PeopleEvents::tap),
                Event.of("join", "A person joins a group, or asks to join if joining needs approval.",
                        List.of(Field.GROUP, Field.MEMBER, Field.PHONE), "{member} joined {group}, as {id}",
                        "join --group tea --member Ana", PeopleEvents::join),
                Event.of("leave", "A member leaves a group.", List.of(Field.GROUP, Field.MEMBER),
                        "{member} left {group}", "leave --group tea --member Ana",
                        asked -> EmulatorRequest.of("DELETE /groups/%s/members/%s", asked.body(), asked.groupId(),
                                asked.memberId())),
                Event.of("revoke", "A person withdraws the request to join a group.",
                        List.of(Field.GROUP, Field.MEMBER), "{member} no longer wants to join {group}",
                        "revoke --group tea --member Ana",
                        asked -> EmulatorRequest.of("DELETE /groups/%s/join_requests/%s", asked.body(),
                                asked.groupId(),
                                asked.scene().request(asked.group(), asked.need("member")).path("id").asText())),
                Event.of("new-group", "Somebody creates a group with the business.",
                        List.of(Field.parameter("subject", "The subject."),
                                Field.optional("description", "The description."),
                                Field.flag("approval", "Joining needs approval."), Field.NUMBER),
                        "{subject} is {id}", "new-group \"Book club\" --approval", PeopleEvents::newGroup),
                Event.of("new-person", "A person gets to know the business, outside of groups.",
                        List.of(Field.parameter("name", "The name."), Field.PHONE, Field.NUMBER), "{name} is known",
                        "new-person Dora --phone \"+1 650 555 1234\"",
                        asked -> EmulatorRequest.of("POST /people", asked.body("name", "phone", "number"))),
                Event.of("change-number", "A person gets another phone number and user id.",
                        List.of(Field.MEMBER, Field.PHONE), "{member} has the number {phone}",
                        "change-number --member Ana --phone \"+1 650 555 9999\"",
                        asked -> EmulatorRequest.of("POST /people/%s/number", asked.body("phone"),
                                asked.memberId())),
                Event.of("hide-number", "A person hides the phone number.", List.of(Field.MEMBER),
                        "{member} hides the number", "hide-number --member Ana",
                        asked -> EmulatorRequest.of("DELETE /people/%s/number", asked.body(), asked.memberId())));
    }

    /** A message in the group, or else in the private chat of a person, who may be new. */
    private static EmulatorRequest write(Asked asked, ObjectNode body) {
        if (asked.has("group")) {
            body.put("from", asked.memberId());
            return EmulatorRequest.of(GROUPS + "/messages", body, asked.groupId());
        }
        body.setAll(asked.body("number"));
        String person = asked.scene().known(asked.need("member")).map(one -> one.path("id").asText())
                .orElseGet(() -> phoneOrKnown(asked));
        return EmulatorRequest.of(PEOPLE + "/messages", body, person);
    }

    private static String phoneOrKnown(Asked asked) {
        String digits = asked.need("member").replaceAll("[+ ().-]", "");
        return digits.matches("[0-9]{5,15}") ? digits : asked.memberId();
    }

    private static ObjectNode typed(ObjectNode body, Asked asked) {
        if (asked.has("content")) {
            try {
                body.set("content", JSON.readTree(asked.need("content")));
            } catch (JsonProcessingException e) {
                throw new CommandFailed("The content is not valid JSON: " + e.getOriginalMessage());
            }
        }
        return body;
    }

    private static EmulatorRequest media(Asked asked) {
        Path file = Path.of(asked.need("file"));
        ObjectNode body = EmulatorRequest.object().put("type", asked.has("type") ? asked.need("type") : "image");
        ObjectNode content = body.putObject("content");
        content.setAll(asked.body("caption"));
        try {
            content.put("data", Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            content.put("filename", String.valueOf(file.getFileName()));
            Optional.ofNullable(asked.get("mime-type")).or(() -> guessed(file))
                    .ifPresent(type -> content.put("mime_type", type));
        } catch (IOException e) {
            throw new CommandFailed("There is no file %s that can be read.".formatted(file));
        }
        return write(asked, body);
    }

    private static Optional<String> guessed(Path file) {
        try {
            return Optional.ofNullable(Files.probeContentType(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static EmulatorRequest react(Asked asked) {
        ObjectNode body = EmulatorRequest.object().put("type", "reaction");
        body.putObject("content").put("message_id", message(asked, false)).put("emoji", asked.need("emoji"));
        return write(asked, body);
    }

    private static EmulatorRequest tap(Asked asked) {
        ObjectNode body = EmulatorRequest.object().put("message", message(asked, true)).put("id",
                asked.need("choice"));
        if (asked.has("group")) {
            return EmulatorRequest.of(GROUPS + "/taps", body.put("from", asked.memberId()), asked.groupId());
        }
        return EmulatorRequest.of(PEOPLE + "/taps", body.setAll(asked.body("number")), asked.memberId());
    }

    /** The message that is named, or else the last one of the chat. */
    private static String message(Asked asked, boolean toTap) {
        if (asked.has("message")) {
            return asked.need("message");
        }
        Optional<JsonNode> chat = asked.has("group")
                ? Optional.of(asked.group())
                : asked.scene().chat(asked.member(), asked.get("number"));
        return chat.flatMap(one -> Scene.lastMessage(one, toTap)).map(one -> one.path("id").asText())
                .orElseThrow(() -> new CommandFailed(
                        "There is no such message in the chat; name one with --message."));
    }

    /** A person who is known already joins with the number that they have. */
    private static EmulatorRequest join(Asked asked) {
        ObjectNode body = EmulatorRequest.object().put("name", asked.need("member")).setAll(asked.body("phone"));
        if (!asked.has("phone")) {
            asked.scene().known(asked.need("member")).ifPresent(person -> body.put("name",
                    person.path("name").asText()).put("phone", person.path("phone").asText()));
        }
        return EmulatorRequest.of(GROUPS + "/members", body, asked.groupId());
    }

    private static EmulatorRequest newGroup(Asked asked) {
        ObjectNode body = asked.body("subject", "description", "number");
        if (asked.has("approval")) {
            body.put("join_approval_mode", "approval_required");
        }
        return EmulatorRequest.of("POST /groups", body);
    }
}
