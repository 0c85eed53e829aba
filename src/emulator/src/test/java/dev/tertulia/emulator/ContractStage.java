package dev.tertulia.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

/** Emulated account with everything that the requests of the wire files refer to. */
final class ContractStage {

    private static final String EVENT_UPDATE = """
            {"components": [
              {"type": "HEADER", "format": "IMAGE"},
              {"type": "BODY", "text": "See you on {{1}} at {{2}}."},
              {"type": "BUTTONS", "buttons": [
                {"type": "URL", "text": "Tickets", "url": "https://example.com/{{1}}"},
                {"type": "QUICK_REPLY", "text": "I come"}]}]}
            """;
    static final String PRINTED_GROUP = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
    private static final String BOUNDARY = "cut-here";

    final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(Stage.START));
    final String group;
    final MemberView sheena;
    private final Map<String, String> ids = new HashMap<>();

    ContractStage(String file) {
        whatsApp.webhooks().anywhere(true); // the files print addresses of other machines
        boolean closed = file.startsWith("groups.join_requests");
        group = control("POST", "/groups", Json.object("subject", "Artificial Intelligence Insights", "description",
                "Explore AI developments, share knowledge.", "join_approval_mode",
                closed ? "approval_required" : "auto_approve")).path("id").asText();
        ids.put(PRINTED_GROUP, group);
        sheena = closed ? new MemberView("", "", "", "") : whatsApp.join(group, "Sheena", "16505551234");
        if (closed) {
            ask("MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw", "16467043595");
            ask("MTY1MDU1NTEyMzQ6MTIwMzYzNDA0Njk0MjMzODIw", "16505551234");
        } else {
            whatsApp.join(group, "Pablo", "16505551235");
            speak();
        }
        upload();
        if (file.startsWith("messages.")) {
            templates();
        }
    }

    void ask(String printed, String phone) {
        ids.put(printed, control("POST", "/groups/" + group + "/members", Json.object("name", "", "phone", phone))
                .path("join_request_id").asText());
    }

    private void speak() {
        ids.put("US.13491208655302741918",
                whatsApp.join(whatsApp.createGroup("Other").id(), "", "16505551299").userId());
        ids.put("wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAEhgWM0VCMEExQjJDM0Q0RTVGNjA3MTgyORwYCzE2NTA1NTUxMjM0FQIAAA==",
                whatsApp.say(group, sheena.id(), "hello"));
        control("POST", "/people/16505551234/messages", Json.object("text", "hello"));
    }

    private void upload() {
        Map.of("1013859600285441", "image/jpeg", "1166846181421424", "video/mp4", "1376223850470843",
                "application/pdf", "798882015472548", "image/webp", "2871834006348767", "image/png",
                "1037543291543636", "video/mp4").forEach((printed, type) -> ids.put(printed, uploaded(type)));
    }

    String uploaded(String type) {
        return Stage.json(answer(Json.object("method", "POST", "path", "/v25.0/" + Stage.PHONE + "/media", "multipart",
                Json.object("messaging_product", "whatsapp", "type", type, "file",
                        Json.object("filename", "a", "content_type", type, "bytes", "<BINARY>")))))
                .path("id").asText();
    }

    private void templates() {
        whatsApp.templates().put(new Template(whatsApp.templates().freshId(), "event_update", "en_US", "MARKETING",
                Template.Status.APPROVED, Json.read(EVENT_UPDATE.getBytes(StandardCharsets.UTF_8)).path("components")));
        whatsApp.templates().add("reservation_confirmation", "en_US", "See you on {{day}} at {{time}}.");
        whatsApp.templates().add("group_invite", "en", "Here is the link: {{1}} Yours, {{2}}.");
    }

    JsonNode control(String method, String path, ObjectNode body) {
        return Stage
                .json(whatsApp.handle(new Request(method, "/emulator" + path, Map.of(), Map.of(), Json.bytes(body))));
    }

    /** Lets an audio file stand under the id that the image has. */
    void audio() {
        ids.put("1013859600285441", uploaded("audio/ogg"));
    }

    String here(String text) {
        String here = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            here = here.replace(id.getKey(), id.getValue());
        }
        return here.replace("<APP_ID>|<APP_SECRET>", "12|test-app-secret");
    }

    Response answer(ObjectNode request) {
        var query = new HashMap<String, String>();
        request.path("query").properties().forEach(entry -> query.put(entry.getKey(), here(entry.getValue().asText())));
        var headers = new HashMap<>(Map.of("authorization", "Bearer demo-token", "host", "127.0.0.1:8090",
                "user-agent", "a bot"));
        byte[] body = here(request.path("body").toString()).getBytes(StandardCharsets.UTF_8);
        if (request.has("multipart")) {
            headers.put("content-type", "multipart/form-data; boundary=" + BOUNDARY);
            body = form(request.path("multipart"));
        }
        return whatsApp.handle(
                new Request(request.path("method").asText(), here(request.path("path").asText()), query, headers,
                        body));
    }

    private static byte[] form(JsonNode parts) {
        var out = new ByteArrayOutputStream();
        parts.properties().forEach(part -> {
            String disposition = "--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(BOUNDARY,
                    part.getKey());
            JsonNode value = part.getValue();
            out.writeBytes((value.isObject()
                    ? disposition + "; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n".formatted(
                            value.path("filename").asText(), value.path("content_type").asText())
                    : disposition + "\r\n\r\n" + value.asText()).getBytes(StandardCharsets.UTF_8));
            if (value.isObject()) {
                out.writeBytes(value.path("bytes").asText().startsWith("JPEG")
                        ? jpeg(value.path("bytes").asText())
                        : "bytes".getBytes(StandardCharsets.UTF_8));
            }
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** The head of a JPEG as large as "JPEG 192x192" says. */
    static byte[] jpeg(String size) {
        String[] sides = size.substring(5).split("x");
        int width = Integer.parseInt(sides[0]);
        int height = Integer.parseInt(sides[1]);
        int[] head = {0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, height >> 8, height, width >> 8, width,
                3, 0, 0, 0xFF, 0xD9};
        byte[] bytes = new byte[head.length];
        for (int i = 0; i < head.length; i++) {
            bytes[i] = (byte) head[i];
        }
        return bytes;
    }
}
