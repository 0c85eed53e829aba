package dev.tertulia.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.webhook.HttpWebhooks;

import static java.util.Map.entry;

/** Conditions for a response other than the first: in the account, or in the request. */
final class ContractScenes {
    private static final BiConsumer<ContractStage, ObjectNode> AS_IT_IS = (stage, request) -> {};

    /** Printed somewhere, but not what the emulator answers. */
    static final Map<String, String> NOT_EMULATED = Map.ofEntries(
            entry("groups.list/as_printed_by_meta", "the live body is another"),
            entry("groups.get/as_printed_strings", "the live body has numbers"),
            entry("groups.join_requests.list/with_bsuid", "the other printed body has a number"),
            entry("templates.create_from_library/pending", "the emulator approves those at once"),
            entry("groups.delete/alternative_with_request_id", "Meta's OpenAPI has success"),
            entry("groups.participants.add/if_meta_ever_enables_it", "Meta does not"),
            entry("groups.participants.remove/heltar_variant", "a partner's own body"),
            entry("groups.participants.remove/error_131212", "told by webhook"),
            entry("messages.group.text/without_group_id", "the other documented body has it"),
            entry("block_users.list/older_page", "the newer body is flat"),
            entry("block_users.list/error_139102", "the list is never in motion"),
            entry("block_users.unblock/as_printed_on_page", "the OpenAPI says removed_users"));

    private static final Map<String, BiConsumer<ContractStage, ObjectNode>> SCENES = Map.ofEntries(
            // everywhere
            entry("error_131041", (stage, request) -> stage.answer(Json.object("method", "DELETE", "path",
                    "/v25.0/" + stage.group))),
            entry("error_131207", (stage, request) -> stage.whatsApp.suspend(stage.group, true)),
            entry("error_131208", fault(Fault.GROUP_OPERATIONS_LIMIT)),
            entry("error_131215", fault(Fault.NOT_ELIGIBLE)),
            entry("error_131059", (stage, request) -> request.withObject("/query").put("after", "corrupt")),
            entry("error_130429", fault(Fault.RATE_LIMIT)), entry("error_131056", fault(Fault.PAIR_LIMIT)),
            entry("error_131057", fault(Fault.MAINTENANCE)), entry("error_190", fault(Fault.TOKEN_EXPIRED)),
            entry("error_2", fault(Fault.UNAVAILABLE)), entry("error_4", fault(Fault.APP_LIMIT)),
            entry("error_10", fault(Fault.PERMISSION)), entry("error_131047", fault(Fault.WINDOW_SHUT)),
            entry("error_100", (stage, request) -> request.withObject("/body/text").put("foo", 1)),
            entry("error_80007", (stage, request) -> {
                stage.whatsApp.limit(new Limits(0, 0, 1, 0));
                stage.answer(request);
            }),
            // groups
            entry("error_131214", fault(Fault.GROUP_CREATION_DISABLED)),
            entry("error_131211", (stage, request) -> IntStream.range(2, 10_000)
                    .forEach(i -> stage.whatsApp.createGroup("Group " + i))),
            entry("error_131008_no_subject", (stage, request) -> request.withObject("/body").remove("subject")),
            entry("error_131009_subject_too_long",
                    (stage, request) -> request.withObject("/body").put("subject", "x".repeat(129))),
            entry("no_fields_requested", (stage, request) -> request.remove("query")),
            entry("error_100_33_generic_graph_unknown_object",
                    (stage, request) -> request.put("path", "/v25.0/120363")),
            entry("groups.list/more_pages", (stage, request) -> request.withObject("/query").put("limit", "1")
                    .remove("after")),
            entry("groups.list/empty", (stage, request) -> stage.whatsApp.reset()),
            entry("groups.list/live_shape", (stage, request) -> request.withObject("/query").remove("after")),
            entry("groups.join_requests.list/empty", (stage, request) -> stage.answer(reject(stage))),
            entry("groups.join_requests.approve/partial", ContractScenes::oneUnknown),
            entry("groups.join_requests.reject/partial", ContractScenes::oneUnknown),
            entry("error_131213",
                    (stage, request) -> request.withObject("/body").withArray("join_requests").removeAll().add("none")),
            entry("groups.join_requests.approve/error_131204", (stage, request) -> fillUp(stage)),
            entry("error_131202", (stage, request) -> participants(request, "+16505551234", "+16505551234")),
            entry("groups.participants.remove/error_131204",
                    (stage, request) -> participants(request, "1", "2", "3", "4", "5", "6", "7", "8", "9")),
            entry("groups.update_picture/success", picture("profile_picture_file", "JPEG 192x192")),
            entry("error_131009_part_named_file", picture("file", "JPEG 192x192")),
            entry("error_131209", picture("profile_picture_file", "JPEG 300x200")),
            entry("error_131210", picture("profile_picture_file", "JPEG 191x191")),
            // messages
            entry("error_131020",
                    (stage, request) -> stage.whatsApp.groups().getFirst().members()
                            .forEach(member -> stage.whatsApp.leave(stage.group, member.id()))),
            entry("error_recipient_type_and_to_mismatch",
                    (stage, request) -> request.withObject("/body").put("to", "+16505551234")),
            entry("messages.group.audio_voice/success", (stage, request) -> stage.audio()),
            entry("messages.group.pin/error_131009",
                    (stage, request) -> request.withObject("/body/pin").put("expiration_days", 31)),
            entry("error_131009_title_too_long",
                    (stage, request) -> ((ObjectNode) request.at("/body/interactive/action/buttons/0/reply"))
                            .put("title", "x".repeat(21))),
            entry("messages.mark_read/error_131009",
                    (stage, request) -> request.withObject("/body").put("message_id", "m1")),
            entry("error_132000", (stage, request) -> request.at("/body/template/components").forEach(
                    component -> ((ObjectNode) component).withArray("parameters").remove(1))),
            entry("error_132001", (stage, request) -> stage.control("POST", "/templates/event_update/en_US/status",
                    Json.object("status", "PENDING"))),
            entry("error_132015", fault(Fault.TEMPLATE_PAUSED)),
            // the rest
            entry("error_131053", (stage, request) -> request.withObject("/multipart").put("type", "video/quicktime")),
            entry("media.download/success", ContractScenes::download),
            entry("media.download/expired", (stage, request) -> {
                download(stage, request);
                stage.whatsApp.clock().advance(Duration.ofMinutes(5));
            }),
            entry("groups.get/with_bsuid", (stage, request) -> request.withObject("/query").put("fields",
                    "participants")),
            entry("business_profile.get/success", (stage, request) -> stage.answer(profile())),
            entry("phone_number.get/success", (stage, request) -> stage.whatsApp.webhooks().to(
                    new HttpWebhooks(URI.create("http://127.0.0.1:9/webhook")))),
            entry("pricing_analytics.groups/success", (stage, request) -> stage.answer(Json.object("method", "POST",
                    "path", "/v25.0/" + Stage.PHONE + "/messages", "body", hello()))),
            entry("templates.list/success", ContractScenes::printedTemplates),
            entry("templates.list_fields/success", ContractScenes::printedTemplates),
            entry("block_users.list/success",
                    (stage, request) -> stage.answer(blocking("POST"))),
            entry("block_users.block/partial", (stage, request) -> request.withObject("/body").withArray("block_users")
                    .addObject().put("user", "+16505551235")),
            entry("with_country_filter_no_groups_sent", (stage, request) -> request.withObject("/query").put("fields",
                    request.at("/query/fields").asText() + ".country_codes([\"US\",\"BR\"])")),
            entry("error_product_type_combination", (stage, request) -> request.withObject("/query").put("fields",
                    request.at("/query/fields").asText().replace("[101,102]", "[101,103]"))));

    private ContractScenes() {}

    /** Sets the scene for an answer; one that is named by nobody needs nothing. */
    static void set(String file, String answer, ContractStage stage, ObjectNode request) {
        SCENES.getOrDefault(file + "/" + answer, SCENES.getOrDefault(answer, AS_IT_IS)).accept(stage, request);
    }

    private static BiConsumer<ContractStage, ObjectNode> fault(Fault fault) {
        return (stage, request) -> stage.whatsApp.faults().next(fault, 1);
    }

    private static BiConsumer<ContractStage, ObjectNode> picture(String part, String bytes) {
        return (stage, request) -> request.set("multipart", Json.object("messaging_product", "whatsapp", part,
                Json.object("filename", "a.jpg", "content_type", "image/jpeg", "bytes", bytes)));
    }

    private static void participants(ObjectNode request, String... users) {
        request.withObject("/body").set("participants",
                Json.tree(List.of(users).stream().map(user -> Json.object("user", user)).toList()));
    }

    private static void oneUnknown(ContractStage stage, ObjectNode request) {
        ArrayNode wanted = request.withObject("/body").withArray("join_requests");
        wanted.removeAll().add("MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw").add("none");
    }

    private static ObjectNode reject(ContractStage stage) {
        return Json.object("method", "DELETE", "path", "/v25.0/" + stage.group + "/join_requests", "body",
                Json.object("join_requests", List.of("MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw",
                        "MTY1MDU1NTEyMzQ6MTIwMzYzNDA0Njk0MjMzODIw")));
    }

    /** Lets eight people in, so that the two who ask are too many. */
    private static void fillUp(ContractStage stage) {
        IntStream.range(0, 8).forEach(i -> {
            String request = stage.control("POST", "/groups/" + stage.group + "/members",
                    Json.object("name", "Member " + i)).path("join_request_id").asText();
            stage.answer(Json.object("method", "POST", "path", "/v25.0/" + stage.group + "/join_requests", "body",
                    Json.object("join_requests", List.of(request))));
        });
    }

    private static ObjectNode blocking(String method) {
        return Json.object("method", method, "path", "/v25.0/" + Stage.PHONE + "/block_users", "body",
                Json.object("block_users", List.of(Json.object("user", "+16505551234"))));
    }

    private static ObjectNode profile() {
        return Json.object("method", "POST", "path", "/v25.0/" + Stage.PHONE + "/whatsapp_business_profile", "body",
                Json.object("about", "a", "address", "b", "description", "c", "email", "d@example.org",
                        "profile_picture_url", "https://example.org/e.jpg", "websites", List.of("https://example.org"),
                        "vertical", "RETAIL"));
    }

    private static ObjectNode hello() {
        return Json.object("messaging_product", "whatsapp", "recipient_type", "group", "to",
                ContractStage.PRINTED_GROUP, "text", Json.object("body", "hello"));
    }

    /** Creates the templates that the file lists, and approves them. */
    private static void printedTemplates(ContractStage stage, ObjectNode request) {
        for (JsonNode template : GraphContractTest.read("templates.list").at("/responses/0/body/data")) {
            stage.answer(Json.object("method", "POST", "path",
                    "/v25.0/" + AccountSettings.demo().businessAccountId() + "/message_templates", "body", template));
            stage.control("POST",
                    "/templates/%s/%s/status".formatted(template.path("name").asText(),
                            template.path("language").asText()),
                    Json.object("status", "APPROVED"));
        }
    }

    private static void download(ContractStage stage, ObjectNode request) {
        String url = Stage.json(stage.answer(Json.object("method", "GET", "path", "/v25.0/1037543291543636")))
                .path("url").asText();
        URI address = URI.create(url);
        request.put("path", address.getPath());
        for (String pair : address.getQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            request.withObject("/query").put(parts[0], parts[1]);
        }
    }
}
