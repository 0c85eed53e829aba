package dev.tertulia;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Message;
import dev.tertulia.bot.FollowUp;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Question;
import dev.tertulia.bot.Tag;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendDetails;
import dev.tertulia.store.BroadcastStore;
import dev.tertulia.store.BroadcastStore.Batch;

/**
 * Moves the recipients of broadcasts into the outbox in small batches, so that broadcasts occupy little of the queues.
 */
final class BroadcastPump {

    private final BroadcastStore store;
    private final InstantSource clock;

    BroadcastPump(BroadcastStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Moves as many recipients as there is room for.
     *
     * @param fence of the pump that has the lease
     * @return whether anything was moved
     */
    boolean feed(long fence) {
        boolean fed = false;
        for (String name : store.active()) {
            Optional<Batch> batch = store.next(name);
            fed |= batch.isPresent() && store.feed(fence, name, sends(batch.get())) > 0;
        }
        return fed;
    }

    private List<Send> sends(Batch batch) {
        Instant now = clock.instant();
        return batch.groups().stream().map(group -> send(batch.broadcast(), group, now)).toList();
    }

    private static Send send(BroadcastStore.Started broadcast, String group, Instant now) {
        Notice notice = broadcast.notice();
        return new Send(Send.ofBroadcast(broadcast.name(), group), group, new Message.FreeForm(notice.body(), null),
                Priority.BROADCAST, notice.whenShut(), now, expiry(broadcast.at(), notice.validFor()), Progress.NONE)
                .with(details(notice.followUp()));
    }

    /** No bot is named, so that the handlers of all bots are asked. */
    private static SendDetails details(FollowUp followUp) {
        Tag tag = followUp.tag();
        Question question = followUp.question();
        return new SendDetails(null, null, tag == null ? null : tag.name(),
                tag == null ? null : (String) tag.payload(),
                followUp.pinned() == null ? 0 : (int) followUp.pinned().toDays(),
                question == null ? null : new SendDetails.Asked(question.name(), null));
    }

    private static @Nullable Instant expiry(Instant started, @Nullable Duration validFor) {
        return validFor == null ? null : started.plus(validFor);
    }
}
