package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

/** Emulated account with a stopped clock, a group with Sheena in it, and a recording bot that has received nothing yet. */
final class Stage {
    static final Instant START = Instant.ofEpochSecond(1760446100);
    static final String PHONE = "106540352242922";

    final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(START));
    final RecordingWebhooks bot = new RecordingWebhooks();
    final String group = whatsApp.createGroup("New Purchase Inquiry").id();
    final MemberView sheena = whatsApp.join(group, "Sheena Nelson", "16505551234");

    Stage() {
        whatsApp.webhooks().discard();
        whatsApp.webhooks().to(bot);
    }

    Response call(String method, String path, Map<String, String> query, String body) {
        return whatsApp.handle(new Request(method, "/v25.0/" + path, query,
                Map.of("authorization", "Bearer demo-token"), body.getBytes(StandardCharsets.UTF_8)));
    }

    Response post(String path, ObjectNode body) {
        return call("POST", path, Map.of(), body.toString());
    }

    Response send(ObjectNode message) {
        return post(PHONE + "/messages", message);
    }

    Response sendText(String text) {
        return send(text(text));
    }

    ObjectNode text(String text) {
        return toGroup("text", Json.object("body", text));
    }

    ObjectNode template(String name, String... parameters) {
        var values = List.of(parameters).stream().map(one -> Json.object("type", "text", "text", one)).toList();
        return toGroup("template", Json.object("name", name, "language", Json.object("code", "en"), "components",
                List.of(Json.object("type", "body", "parameters", values))));
    }

    ObjectNode toGroup(String type, ObjectNode content) {
        return Json.object("messaging_product", "whatsapp", "recipient_type", "group", "to", group, "type", type, type,
                content);
    }

    /** Delivers everything that waits, and answers with what the bot heard. */
    List<JsonNode> heard() {
        while (whatsApp.webhooks().deliverNext()) {
            continue;
        }
        List<JsonNode> values = bot.values();
        bot.forget();
        return values;
    }

    static JsonNode json(Response response) {
        return Json.read(response.body());
    }

    static int code(Response response) {
        return json(response).at("/error/code").asInt();
    }

    /** A webhook as Meta prints it, with this stage's ids put in. */
    JsonNode wire(String name, String... replacements) {
        try (var file = Stage.class.getResourceAsStream("/wire/webhooks/" + name + ".json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD", group)
                    .replace("US.13491208655302741918", sheena.userId())
                    .replaceAll(",?\\s*\"(from_|recipient_participant_)?parent_user_id\": \"[^\"]*\"", "")
                    .replaceAll(",?\\s*\"username\": \"[^\"]*\"", "");
            for (int i = 0; i < replacements.length; i += 2) {
                text = text.replace(replacements[i], replacements[i + 1]);
            }
            return Json.read(text.getBytes(StandardCharsets.UTF_8)).at("/entry/0/changes/0/value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
