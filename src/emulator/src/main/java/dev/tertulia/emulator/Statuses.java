package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Writes what became of a message: sent once, then delivered and read for each participant, or failed. */
final class Statuses {
    private final World world;

    Statuses(World world) {
        this.world = world;
    }

    void follow(Outgoing message, @Nullable GraphError failure) {
        if (failure != null) {
            ObjectNode status = status(message, "failed");
            status.set("errors", Json.tree(List.of(failure.inStatus())));
            post(world.value(), List.of(status));
            return;
        }
        post(world.value(), List.of(status(message, "sent")));
        everybody(message, "delivered");
        everybody(message, "read");
    }

    private ObjectNode status(Outgoing message, String status) {
        return Json.object("id", message.id(), "status", status, "timestamp",
                Long.toString(world.now().getEpochSecond()), "recipient_id", message.recipient(), "recipient_type",
                message.toGroup() ? "group" : null, "biz_opaque_callback_data", message.opaque());
    }

    /** One delivery for all participants; the first of a message's receipts carries its price. */
    private void everybody(Outgoing message, String kind) {
        ObjectNode value = world.value();
        var statuses = new ArrayList<ObjectNode>();
        if (message.toGroup()) {
            value.set("contacts", Json.tree(message.readers().stream().map(Person::asContact).toList()));
            message.readers().forEach(reader -> statuses.add(receipt(message, kind, reader)));
        } else {
            statuses.add(status(message, kind));
        }
        if (kind.equals("delivered")) {
            statuses.forEach(status -> status.set("pricing", price(message)));
        }
        post(value, statuses);
    }

    private ObjectNode receipt(Outgoing message, String kind, Person reader) {
        return status(message, kind).setAll(Json.object("recipient_participant_id", reader.waId(),
                "recipient_participant_user_id", reader.userId()));
    }

    private static ObjectNode price(Outgoing message) {
        String category = message.template() ? "utility" : "service";
        String free = message.toGroup() ? "free_group_customer_service" : "free_customer_service";
        return Json.object("billable", message.template(), "pricing_model", "PMP", "type",
                message.template() ? "regular" : free, "category", message.toGroup() ? "group_" + category : category);
    }

    private void post(ObjectNode value, List<ObjectNode> statuses) {
        world.post("messages", value.set("statuses", Json.tree(statuses)));
    }
}
