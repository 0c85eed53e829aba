package dev.tertulia.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.lock.StateLock;
import dev.tertulia.emulator.webhook.DeliverySettings;
import dev.tertulia.emulator.webhook.HttpWebhooks;
import dev.tertulia.emulator.webhook.WebhookQueue;

/** State of the emulator as JSON, for the control interface. Contains no secret. */
final class Snapshot {
    private static final int LATEST = 200;

    private final EmulatorState state;
    private final StateLock lock;

    Snapshot(EmulatorState state, StateLock lock) {
        this.state = state;
        this.lock = lock;
    }

    ObjectNode state() {
        AccountSettings settings = state.settings();
        return Json.object("run", state.run(), "seq", lock.changes(), "now", state.now().toString(), "clock_ticks",
                state.clock().ticks(),
                "business",
                Json.object("phone_number_id", settings.phoneNumberId(), "business_account_id",
                        settings.businessAccountId(), "display_phone_number", settings.displayPhoneNumber()),
                "numbers",
                state.numbers().values().stream()
                        .map(number -> Json.object("id", number.id(), "display_phone_number", number.display()))
                        .toList(),
                "webhook", webhook(), "limits", limits(state.limits()), "deliveries",
                deliveries(state.webhooks().settings()), "receipts", state.receipts(),
                "faults", Json.object("known", Arrays.stream(Fault.values()).map(Fault::name).toList(), "waiting",
                        faults(state.faults().waiting())),
                "troubles", state.faults().troubles().all(),
                "templates", state.templates().all().stream().map(Snapshot::template).toList(), "violations",
                state.violations(), "groups",
                state.groups().values().stream().map(this::group).toList(), "chats",
                state.numbers().values().stream().flatMap(number -> number.chats().values().stream()).map(this::chat)
                        .toList());
    }

    private static ObjectNode limits(Limits limits) {
        return Json.object("messages_per_second", limits.messagesPerSecond(), "operations_per_second",
                limits.operationsPerSecond(), "management_per_hour", limits.managementPerHour(), "pair_burst",
                limits.pairBurst());
    }

    private static ObjectNode deliveries(DeliverySettings deliverySettings) {
        return Json.object("batch", deliverySettings.batch(), "duplicates", deliverySettings.duplicates(), "shuffled",
                deliverySettings.shuffled(),
                "late", deliverySettings.late().toString(), "escaped", deliverySettings.escaped(), "extras",
                deliverySettings.extras());
    }

    private static ObjectNode template(Template template) {
        return Json.object("name", template.name(), "language", template.language(), "category", template.category(),
                "status", template.status().name(), "body", template.text("body"));
    }

    private ObjectNode webhook() {
        WebhookQueue webhooks = state.webhooks();
        return Json.object("target", Optional.ofNullable(webhooks.target())
                .map(target -> target instanceof HttpWebhooks ? target.toString() : "in this process").orElse(null),
                "waiting", webhooks.waiting(), "trouble", webhooks.trouble());
    }

    private static List<ObjectNode> faults(Map<Fault, Integer> waiting) {
        return waiting.entrySet().stream()
                .map(entry -> Json.object("fault", entry.getKey().name(), "times", entry.getValue())).toList();
    }

    ObjectNode group(ChatGroup group) {
        return Json.object("id", group.id(), "number", group.number().id(), "subject", group.subject(), "description",
                group.description(),
                "invite_link", group.inviteLink(), "join_approval_mode", group.joinApprovalMode(), "suspended",
                group.suspended(), "picture", group.picture() != null, "pinned", group.pinned(state.now()),
                "window_until",
                Optional.ofNullable(group.windowUntil()).map(Object::toString).orElse(null), "members",
                group.members().values().stream().map(Snapshot::member).toList(), "join_requests",
                group.joinRequests().values().stream()
                        .map(request -> Json.object("id", request.id(), "name", request.person().shownName())).toList(),
                "messages",
                latest(group));
    }

    ObjectNode chat(PrivateChat chat) {
        return Json.object("person", member(chat.person()), "number", chat.number().id(), "window_until",
                Optional.ofNullable(chat.windowUntil()).map(Object::toString).orElse(null), "messages", latest(chat));
    }

    private List<ObjectNode> latest(Chat chat) {
        List<ChatMessage> all = chat.transcript();
        return all.subList(Math.max(0, all.size() - LATEST), all.size()).stream().map(this::chatMessage).toList();
    }

    static ObjectNode member(Person person) {
        return Json.object("id", person.id(), "name", person.name(), "shown_name", person.shownName(), "phone",
                person.phone(), "user_id", person.userId());
    }

    private ObjectNode chatMessage(ChatMessage chatMessage) {
        return Json
                .object("id", chatMessage.id(), "at", chatMessage.at().toString(), "from", chatMessage.from(), "author",
                        Optional.ofNullable(state.people().byId(chatMessage.from())).map(Person::shownName)
                                .orElse(null),
                        "kind",
                        chatMessage.kind(), "text", chatMessage.text(), "quoted", chatMessage.quotedId(), "template",
                        chatMessage.template(),
                        "ticks", chatMessage.ticks(), "error", chatMessage.error(), "reactions",
                        chatMessage.extra().reactions(), "media",
                        state.media().find(String.valueOf(chatMessage.extra().mediaId())).map(Snapshot::media)
                                .orElse(null),
                        "price",
                        Optional.ofNullable(chatMessage.extra().price()).map(MessagePrice::printed).orElse(null),
                        "choices", chatMessage.extra().choices());
    }

    private static ObjectNode media(StoredMedia media) {
        return Json.object("id", media.id(), "mime_type", media.mimeType());
    }

    ObjectNode calls() {
        List<ApiCall> calls = state.calls().latest();
        return Json.object("calls", IntStream.range(0, calls.size())
                .mapToObj(index -> call(state.calls().before() + index, calls.get(index))).toList());
    }

    private static ObjectNode call(long id, ApiCall call) {
        return Json.object("id", id, "at", call.at().toString(), "method", call.method(), "path", call.path(),
                "request", call.request(), "status", call.status(), "response", call.response());
    }

    ObjectNode deliveries() {
        return Json.object("deliveries", state.webhooks().all().stream()
                .map(post -> Json.object("id", post.id(), "at", post.at().toString(), "field", post.field(), "attempts",
                        post.attempts(), "outcome", post.outcome(), "body", post.body()))
                .toList());
    }
}
