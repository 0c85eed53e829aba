package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.action.Message;
import dev.tertulia.journal.CorrelationId;
import dev.tertulia.message.Event;
import dev.tertulia.message.Origin;
import dev.tertulia.message.SendFailed;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeups;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendDetails;
import dev.tertulia.outbox.SendEvents;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.Stores;
import dev.tertulia.store.Tags.TaggedMessage;
import dev.tertulia.turn.QuestionEvents;

/**
 * The steps that follow a message: its question opens when it leaves; once it was sent, its tag is stored and it is
 * pinned; its bot receives an event if it fails. Each step is idempotent.
 */
final class FollowUps implements SendEvents {

    /** Makes the id of the request to pin from that of the message; both keep the correlation id. */
    private static final String PIN = "f";

    private final NumberContext number;
    private final Stores stores;
    private final Wakeups wakeups;
    private final Duration tagsKept;
    private final boolean failuresTaken;
    private final QuestionEvents questions;

    /**
     * The follow-ups of a phone number.
     *
     * @param failuresTaken whether any handler takes messages that failed
     */
    FollowUps(NumberContext number, Stores stores, Duration tagsKept, boolean failuresTaken, Wakeups wakeups) {
        this.number = number;
        this.stores = stores;
        this.wakeups = wakeups;
        this.tagsKept = tagsKept;
        this.failuresTaken = failuresTaken;
        this.questions = new QuestionEvents(number);
    }

    @Override
    public void leaving(Send send) {
        if (send.detail().asks() != null) {
            post(questions.asked(send, number.now()));
        }
    }

    @Override
    public void returned(Send send) {
        if (send.detail().asks() != null) {
            post(questions.withdrawn(send, number.now()));
        }
    }

    private void post(Event event) {
        stores.inbox().accept(List.of(event), event.at());
        wakeups.mail().run();
    }

    @Override
    public void sent(Send send, String messageId) {
        SendDetails details = send.detail();
        Instant now = number.now();
        if (details.tag() != null) {
            stores.tags().put(send.group(), messageId,
                    new TaggedMessage(details.bot(), details.tag(), details.payload()), now, tagsKept);
        }
        if (details.pinDays() > 0) {
            stores.outbox().add(new Send(pin(send.id()), send.group(), new Message.Pin(messageId, details.pinDays()),
                    Priority.MODERATION, null, now, null, Progress.NONE));
            wakeups.sends().run();
        }
    }

    /** A pin is not part of its broadcast, so its id does not name it. */
    private static String pin(String message) {
        return PIN + (Send.broadcast(message).isPresent() ? CorrelationId.ofSend(message).mark() : message);
    }

    @Override
    public void failed(Settlement settlement, Instant now) {
        Send send = settlement.send();
        if (!failuresTaken || !isMessage(send)) {
            return;
        }
        SendDetails details = send.detail();
        Optional<Integer> code = settlement instanceof Settlement.Dead dead
                ? Optional.ofNullable(dead.code())
                : Optional.empty();
        Origin origin = new Origin(number.number(), "", send.group(), now, "send-failed:" + send.id());
        post(new SendFailed(origin, send.id(), details.bot(), details.tag(), details.payload(), code.orElse(null),
                reason(settlement)));
    }

    private static String reason(Settlement settlement) {
        return settlement instanceof Settlement.Dead dead ? dead.inJournal() : settlement.reason();
    }

    private static boolean isMessage(Send send) {
        return send.action() instanceof Message.FreeForm || send.action() instanceof Message.TemplateMessage;
    }
}
