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

    void failed(Outgoing message, GraphError error) {
        ObjectNode status = status(message, "failed");
        status.set("errors", Json.tree(List.of(error.inStatus())));
        post(message, World.value(message.number()), List.of(status));
    }

    /** Tells who got the message; the first of the receipts carries the price. */
    void followed(Outgoing message, Price price) {
        Receipts receipts = world.receipts();
        var steps = new ArrayList<Runnable>();
        steps.add(() -> post(message, World.value(message.number()), List.of(status(message, "sent"))));
        if (receipts.delivered()) {
            steps.addAll(receipts(message, "delivered", price.printed()));
        }
        if (receipts.read()) {
            steps.addAll(receipts(message, "read", receipts.delivered() ? null : price.printed()));
        }
        for (Runnable step : receipts.backwards() ? steps.reversed() : steps) {
            for (int i = 0; i < (receipts.twice() ? 2 : 1); i++) {
                step.run();
            }
        }
    }

    private List<Runnable> receipts(Outgoing message, String kind, @Nullable ObjectNode price) {
        if (world.receipts().together()) {
            return List.of(() -> receipts(message, kind, price, message.readers()));
        }
        return message.readers().stream()
                .<Runnable>map(reader -> () -> receipts(message, kind, price, List.of(reader))).toList();
    }

    private void receipts(Outgoing message, String kind, @Nullable ObjectNode price,
            List<Person> readers) {
        ObjectNode value = World.value(message.number());
        if (message.toGroup()) {
            value.set("contacts", Json.tree(readers.stream().map(Person::asContact).toList()));
        }
        post(message, value, readers.stream().map(reader -> {
            ObjectNode status = message.toGroup() ? receipt(message, kind, reader) : status(message, kind);
            return price == null ? status : status.<ObjectNode>set("pricing", price);
        }).toList());
    }

    private ObjectNode status(Outgoing message, String status) {
        return Json.object("id", message.id(), "status", status, "timestamp",
                Long.toString(world.now().getEpochSecond()), "recipient_id", message.recipient(), "recipient_type",
                message.toGroup() ? "group" : null, "biz_opaque_callback_data", message.opaque());
    }

    private ObjectNode receipt(Outgoing message, String kind, Person reader) {
        return status(message, kind).setAll(Json.object("recipient_participant_id", reader.waId(),
                "recipient_participant_user_id", reader.userId()));
    }

    private void post(Outgoing message, ObjectNode value, List<ObjectNode> statuses) {
        world.post(message.number(), "messages", value.set("statuses", Json.tree(statuses)));
    }
}
