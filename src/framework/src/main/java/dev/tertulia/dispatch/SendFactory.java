package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.journal.CorrelationId;
import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;

/**
 * Makes outbox entries of what a bot wants.
 *
 * @param cause     the event that is answered; {@code null} outside a turn
 * @param replyHold how long a plain reply may be held
 */
record SendFactory(String group, @Nullable Event cause, Instant now, Duration replyHold) {

    Send reply(Reply reply) {
        return switch (reply) {
            case Notice notice -> message(notice, notice.whenShut(),
                    notice.validFor() == null ? null : now.plus(notice.validFor()),
                    cause != null && cause.opensWindow() ? Priority.REPLY : Priority.NOTICE);
            default -> message(reply, new WhenShut.Hold(replyHold), null, Priority.REPLY);
        };
    }

    private Send message(Reply reply, WhenShut whenShut, @Nullable Instant expires, Priority priority) {
        return send(new Message.FreeForm(reply.body(), reply.quotes()), priority, whenShut, expires);
    }

    /** Asks for something that is no message to the group, by handing its entry on. */
    Send ask(Action action, Consumer<Send> sends) {
        Send send = send(action, Priority.MODERATION, null, null);
        sends.accept(send);
        return send;
    }

    Operation operation(Action action, Consumer<Send> sends) {
        return ask(action, sends).operation().orElseThrow();
    }

    Operation create(NewGroup wanted, Consumer<Send> sends) {
        return operation(
                new GroupOperation.CreateGroup(wanted.subject(), wanted.description(), wanted.approvalRequired()),
                sends);
    }

    private Send send(Action action, Priority priority, @Nullable WhenShut whenShut, @Nullable Instant expires) {
        String id = SortableIds.next(now);
        return new Send(cause == null ? id : CorrelationId.of(cause).on(id), group, action, priority, whenShut, now,
                expires,
                Progress.NONE);
    }
}
