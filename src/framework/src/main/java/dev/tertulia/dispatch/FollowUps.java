package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.action.Message;
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
import dev.tertulia.store.TaggedMessage;

/**
 * The steps after a message was sent or has failed: its tag is stored, it is pinned, its bot is told of a failure. Each
 * step is idempotent.
 */
final class FollowUps implements SendEvents {

    /** Makes the id of the request to pin from that of the message; both keep the correlation id. */
    private static final String PIN = "f";

    private final NumberContext number;
    private final Stores stores;
    private final Wakeups wakeups;
    private final Duration tagsKept;
    private final boolean failuresTaken;

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
            stores.outbox().add(new Send(PIN + send.id(), send.group(), new Message.Pin(messageId, details.pinDays()),
                    Priority.MODERATION, null, now, null, Progress.NONE));
            wakeups.sends().run();
        }
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
        stores.inbox().accept(List.of(new SendFailed(origin, send.id(), details.bot(), details.tag(),
                details.payload(), code.orElse(null), reason(settlement))), now);
        wakeups.mail().run();
    }

    private static String reason(Settlement settlement) {
        return settlement instanceof Settlement.Dead dead ? dead.inJournal() : settlement.reason();
    }

    private static boolean isMessage(Send send) {
        return send.action() instanceof Message.FreeForm || send.action() instanceof Message.TemplateMessage;
    }
}
