package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.graph.Action;
import dev.tertulia.inbox.StartTimer;
import dev.tertulia.message.Member;
import dev.tertulia.outbox.Send;

/** A group that hands on what is asked of it: to a turn's effects, or straight to the stores. */
record RecordedGroup(Draft draft, Consumer<Send> sends, Consumer<StartTimer> timers, Consumer<String> cancelled)
        implements
            Group {

    @Override
    public String id() {
        return draft.group();
    }

    @Override
    public void send(Notice notice) {
        sends.accept(draft.reply(notice, false));
    }

    @Override
    public void remove(Member member) {
        operation(new Action.RemoveMembers(List.of(member.id())));
    }

    @Override
    public void rename(String subject) {
        operation(new Action.ChangeSettings(subject, null));
    }

    @Override
    public void describe(String description) {
        operation(new Action.ChangeSettings(null, description));
    }

    @Override
    public void resetInviteLink() {
        operation(new Action.ResetInviteLink());
    }

    @Override
    public void approve(String joinRequestId) {
        operation(new Action.ApproveRequests(List.of(joinRequestId)));
    }

    @Override
    public void reject(String joinRequestId) {
        operation(new Action.RejectRequests(List.of(joinRequestId)));
    }

    @Override
    public void pin(String messageId, int days) {
        operation(new Action.Pin(messageId, days));
    }

    @Override
    public void unpin(String messageId) {
        operation(new Action.Unpin(messageId));
    }

    @Override
    public void startTimer(String name, Duration after, String payload) {
        if (name.isBlank() || name.contains("\n")) {
            throw new IllegalArgumentException("a timer needs a name of one line, the same as in @OnTimer");
        }
        if (after.isNegative()) {
            throw new IllegalArgumentException("timer '" + name + "' would start in the past: " + after);
        }
        timers.accept(new StartTimer(id(), name, SendId.next(draft.now()), draft.now().plus(after), payload));
    }

    @Override
    public void cancelTimers(String name) {
        cancelled.accept(name);
    }

    private void operation(Action action) {
        sends.accept(draft.operation(action));
    }
}
