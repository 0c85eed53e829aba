package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Picture;
import dev.tertulia.bot.Template;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;

/**
 * A group that hands on what is asked of it: to a turn's effects, or straight to the stores.
 *
 * @param recorders who is told, by the name of the method that was called
 */
record EffectGroup(SendFactory draft, Function<String, EffectSink> recorders, Known known) implements Group {

    private static final int LONGEST_PAYLOAD = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST_TIMER = Duration.ofDays(3653);

    /** What can be asked about it. */
    record Known(Facts facts, Supplier<Set<String>> labels) {}

    @Override
    public String id() {
        return draft.group();
    }

    @Override
    public GroupFacts facts() {
        return known.facts().get();
    }

    @Override
    public void send(Notice notice) {
        to("send").send(draft.reply(notice));
    }

    @Override
    public Operation delete() {
        return operation("delete", new GroupOperation.DeleteGroup());
    }

    @Override
    public Operation remove(Collection<Member> members) {
        return operation("remove", new GroupOperation.RemoveMembers(members.stream().map(this::address).toList()));
    }

    @Override
    public Operation rename(String subject) {
        return operation("rename", new GroupOperation.ChangeSettings(subject, null));
    }

    @Override
    public Operation describe(String description) {
        return operation("describe", new GroupOperation.ChangeSettings(null, description));
    }

    @Override
    public Operation changePicture(Picture picture) {
        return operation("changePicture", new GroupOperation.ChangePicture(picture));
    }

    @Override
    public void invite(Member person, Template template) {
        Member current = known.facts().current(person);
        String to = current.phone() == null ? current.address() : current.phone();
        draft.ask(new Message.Invite(to, template), to("invite")::send);
    }

    /** A bot may have kept somebody from before their phone number or user id changed. */
    private String address(Member member) {
        Member current = known.facts().current(member);
        return current.identities().anyMatch(member.address()::equals) ? member.address() : current.address();
    }

    @Override
    public Operation resetInviteLink() {
        return operation("resetInviteLink", new GroupOperation.ResetInviteLink());
    }

    @Override
    public Operation approve(List<String> joinRequestIds) {
        return operation("approve", new GroupOperation.ApproveRequests(joinRequestIds));
    }

    @Override
    public Operation reject(List<String> joinRequestIds) {
        return operation("reject", new GroupOperation.RejectRequests(joinRequestIds));
    }

    @Override
    public void markRead(String messageId) {
        draft.ask(new Message.MarkRead(messageId), to("markRead")::send);
    }

    @Override
    public Operation pin(String messageId, int days) {
        return operation("pin", new Message.Pin(messageId, days));
    }

    @Override
    public Operation unpin(String messageId) {
        return operation("unpin", new Message.Unpin(messageId));
    }

    @Override
    public void startTimer(String name, Duration after, String payload) {
        if (name.isBlank() || name.contains("\n")) {
            throw new InvalidArgument("a timer needs a name of one line, the same as in @OnTimer");
        }
        if (name.startsWith(Schedule.MARK)) {
            throw new InvalidArgument("timer '", name, "' is called like one of a schedule; leave the "
                    + Schedule.MARK + " out");
        }
        if (after.compareTo(LONGEST_TIMER) > 0) {
            throw new InvalidArgument("timer '", name, "' would start in " + after.toDays() + " days; 10 years are"
                    + " the most");
        }
        if (payload.length() > LONGEST_PAYLOAD) {
            throw new InvalidArgument("timer '", name, "' would carry " + payload.length() + " characters; "
                    + LONGEST_PAYLOAD + " are the most, so keep the rest in a State");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidArgument("a timer's name of " + name.length() + " characters; " + LONGEST_NAME
                    + " are the most");
        }
        if (after.isNegative()) {
            throw new InvalidArgument("timer '", name, "' would start in the past: " + after);
        }
        Instant now = draft.now();
        to("startTimer").startTimer(new StartTimer(id(), name, SortableIds.next(now), now.plus(after), payload));
    }

    @Override
    public void cancelTimers(String name) {
        to("cancelTimers").cancelTimers(name);
    }

    @Override
    public void label(String name) {
        to("label").label(new LabelChange(id(), name, true));
    }

    @Override
    public void unlabel(String name) {
        to("unlabel").label(new LabelChange(id(), name, false));
    }

    @Override
    public Set<String> labels() {
        return known.labels().get();
    }

    private Operation operation(String method, Action action) {
        return draft.operation(action, to(method)::send);
    }

    private EffectSink to(String method) {
        return recorders.apply(method);
    }
}
