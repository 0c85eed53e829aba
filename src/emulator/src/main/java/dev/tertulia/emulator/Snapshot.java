package dev.tertulia.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The state of a cloud as JSON. No secret is in it. */
final class Snapshot {
    private static final int LATEST = 200;

    private final World world;
    private final Guard guard;

    Snapshot(World world, Guard guard) {
        this.world = world;
        this.guard = guard;
    }

    ObjectNode state() {
        CloudSettings settings = world.settings();
        return Json.object("run", world.run(), "seq", guard.changes(), "now", world.now().toString(), "clock_ticks",
                world.clock().ticks(),
                "business",
                Json.object("phone_number_id", settings.phoneNumberId(), "business_account_id",
                        settings.businessAccountId(), "display_phone_number", settings.displayPhoneNumber()),
                "numbers",
                world.numbers().values().stream()
                        .map(number -> Json.object("id", number.id(), "display_phone_number", number.display()))
                        .toList(),
                "webhook", webhook(), "limits", limits(world.limits()), "deliveries",
                deliveries(world.mailroom().habits()), "receipts", world.receipts(),
                "faults", Json.object("known", Arrays.stream(Fault.values()).map(Fault::name).toList(), "waiting",
                        faults(world.faults().waiting())),
                "templates", world.templates().all().stream().map(Snapshot::template).toList(), "violations",
                world.violations(), "groups",
                world.groups().values().stream().map(this::group).toList());
    }

    private static ObjectNode limits(Limits limits) {
        return Json.object("messages_per_second", limits.messagesPerSecond(), "operations_per_second",
                limits.operationsPerSecond(), "management_per_hour", limits.managementPerHour(), "pair_burst",
                limits.pairBurst());
    }

    private static ObjectNode deliveries(Deliveries habits) {
        return Json.object("batch", habits.batch(), "duplicates", habits.duplicates(), "shuffled", habits.shuffled(),
                "late", habits.late().toString(), "escaped", habits.escaped(), "extras", habits.extras());
    }

    private static ObjectNode template(Template template) {
        return Json.object("name", template.name(), "language", template.language(), "category", template.category(),
                "status", template.status().name(), "body", template.text("body"));
    }

    private ObjectNode webhook() {
        Mailroom mailroom = world.mailroom();
        return Json.object("target", Optional.ofNullable(mailroom.target())
                .map(target -> target instanceof HttpWebhooks ? target.toString() : "in this process").orElse(null),
                "waiting", mailroom.waiting(), "trouble", mailroom.trouble());
    }

    private static List<ObjectNode> faults(Map<Fault, Integer> waiting) {
        return waiting.entrySet().stream()
                .map(entry -> Json.object("fault", entry.getKey().name(), "times", entry.getValue())).toList();
    }

    ObjectNode group(ChatGroup group) {
        List<Bubble> bubbles = group.transcript();
        return Json.object("id", group.id(), "number", group.number().id(), "subject", group.subject(), "description",
                group.description(),
                "invite_link", group.inviteLink(), "join_approval_mode", group.joinApprovalMode(), "suspended",
                group.suspended(), "picture", group.picture() != null, "pinned", group.pinned(world.now()),
                "window_until",
                Optional.ofNullable(group.windowUntil()).map(Object::toString).orElse(null), "members",
                group.members().values().stream().map(Snapshot::member).toList(), "join_requests",
                group.joinRequests().values().stream()
                        .map(request -> Json.object("id", request.id(), "name", request.person().shownName())).toList(),
                "messages", bubbles.subList(Math.max(0, bubbles.size() - LATEST), bubbles.size()).stream()
                        .map(this::bubble).toList());
    }

    static ObjectNode member(Person person) {
        return Json.object("id", person.id(), "name", person.name(), "shown_name", person.shownName(), "phone",
                person.phone(), "user_id", person.userId());
    }

    private ObjectNode bubble(Bubble bubble) {
        return Json.object("id", bubble.id(), "at", bubble.at().toString(), "from", bubble.from(), "author",
                Optional.ofNullable(world.people().byId(bubble.from())).map(Person::shownName).orElse(null), "kind",
                bubble.kind(), "text", bubble.text(), "quoted", bubble.quotedId(), "template", bubble.template(),
                "ticks", bubble.ticks(), "error", bubble.error(), "reactions", bubble.extra().reactions(), "media",
                world.media().find(String.valueOf(bubble.extra().mediaId())).map(Snapshot::media).orElse(null), "price",
                Optional.ofNullable(bubble.extra().price()).map(Price::printed).orElse(null));
    }

    private static ObjectNode media(Media media) {
        return Json.object("id", media.id(), "mime_type", media.mimeType());
    }

    ObjectNode calls() {
        List<Call> calls = world.calls().latest();
        return Json.object("calls", IntStream.range(0, calls.size())
                .mapToObj(index -> call(world.calls().before() + index, calls.get(index))).toList());
    }

    private static ObjectNode call(long id, Call call) {
        return Json.object("id", id, "at", call.at().toString(), "method", call.method(), "path", call.path(),
                "request", call.request(), "status", call.status(), "response", call.response());
    }

    ObjectNode deliveries() {
        return Json.object("deliveries", world.mailroom().all().stream()
                .map(post -> Json.object("id", post.id(), "at", post.at().toString(), "field", post.field(), "attempts",
                        post.attempts(), "outcome", post.outcome(), "body", post.body()))
                .toList());
    }
}
