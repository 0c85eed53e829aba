package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/** Writes the status webhooks of a message: sent once, then delivered and read for each participant; or failed. */
final class Statuses {
    /** Receipt of one recipient, with its price. */
    private record Receipt(Person reader, @Nullable MessagePrice price) {}

    private final EmulatorState state;

    Statuses(EmulatorState state) {
        this.state = state;
    }

    void failed(AcceptedMessage message, ApiError error) {
        ObjectNode status = status(message, "failed");
        status.set("errors", Json.tree(List.of(error.inStatus())));
        post(message, EmulatorState.value(message.number()), List.of(status));
    }

    /** Sends the only status of a reaction, which has no receipts. */
    void sent(AcceptedMessage message) {
        post(message, EmulatorState.value(message.number()), List.of(status(message, "sent")));
    }

    /** Sends the receipts of the message. The first receipt of each recipient carries the price, if there is one. */
    void followed(AcceptedMessage message, List<MessagePrice> prices) {
        Receipts receipts = state.receipts();
        var steps = new ArrayList<Runnable>();
        steps.add(() -> sent(message));
        if (receipts.delivered()) {
            steps.addAll(receipts(message, "delivered", prices));
        }
        if (receipts.read()) {
            steps.addAll(receipts(message, "read", receipts.delivered() ? List.of() : prices));
        }
        for (Runnable step : receipts.backwards() ? steps.reversed() : steps) {
            for (int i = 0; i < (receipts.twice() ? 2 : 1); i++) {
                step.run();
            }
        }
    }

    /** Sends one receipt of one person, without a price. */
    void received(Chat chat, String messageId, Person reader, String kind) {
        String recipient = chat instanceof ChatGroup group ? group.id() : reader.waId();
        tell(new AcceptedMessage(chat.number(), messageId, recipient, chat instanceof ChatGroup, List.of(reader),
                "service", null), kind, List.of(new Receipt(reader, null)));
    }

    private List<Runnable> receipts(AcceptedMessage message, String kind, List<MessagePrice> prices) {
        List<Receipt> all = IntStream.range(0, message.readers().size())
                .mapToObj(i -> new Receipt(message.readers().get(i), prices.isEmpty() ? null : prices.get(i))).toList();
        return state.receipts().together()
                ? List.of(() -> tell(message, kind, all))
                : all.stream().<Runnable>map(one -> () -> tell(message, kind, List.of(one))).toList();
    }

    private void tell(AcceptedMessage message, String kind, List<Receipt> receipts) {
        ObjectNode value = EmulatorState.value(message.number());
        value.set("contacts", Json.tree(receipts.stream().map(receipt -> receipt.reader().asContact()).toList()));
        post(message, value, receipts.stream().map(receipt -> {
            ObjectNode status = receipt(message, kind, receipt.reader());
            return receipt.price() == null ? status : status.<ObjectNode>set("pricing", receipt.price().printed());
        }).toList());
    }

    private ObjectNode status(AcceptedMessage message, String status) {
        return Json.object("id", message.id(), "status", status, "timestamp",
                Long.toString(state.now().getEpochSecond()), "recipient_id", message.recipient(), "recipient_type",
                message.toGroup() ? "group" : null, "biz_opaque_callback_data", message.opaque());
    }

    private ObjectNode receipt(AcceptedMessage message, String kind, Person reader) {
        return status(message, kind).setAll(message.toGroup()
                ? Json.object("recipient_participant_id", reader.waId(), "recipient_participant_user_id",
                        reader.userId())
                : Json.object("recipient_user_id", reader.userId()));
    }

    private void post(AcceptedMessage message, ObjectNode value, List<ObjectNode> statuses) {
        state.post(message.number(), "messages", value.set("statuses", Json.tree(statuses)));
    }
}
