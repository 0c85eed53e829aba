package dev.tertulia.turn;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.FollowUp;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Picture;
import dev.tertulia.bot.Template;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.store.LabelChange;

/** A group that hands on what is asked of it. */
final class EffectGroup extends EffectChat implements Group {

    private final GroupData known;

    /** The queries about a group. */
    record GroupData(GroupFactsView facts, Supplier<Set<String>> labels, Supplier<Locale> language,
            TaggedLast tagged) {}

    /** Finds the message that a bot tagged last. */
    interface TaggedLast {

        Optional<String> find(String tag);
    }

    /** @param sinks the sink of the calls of a method, by its name */
    EffectGroup(SendFactory factory, Function<String, EffectSink> sinks, GroupData known) {
        super(factory, sinks);
        this.known = known;
    }

    @Override
    public String id() {
        return factory().conversation();
    }

    @Override
    public GroupFacts facts() {
        return known.facts().get();
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
        factory().ask(new Message.Invite(to, template), to("invite")::send);
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
    public Operation pin(String messageId, int days) {
        return operation("pin", new Message.Pin(messageId, days));
    }

    @Override
    public Operation unpin(String messageId) {
        return operation("unpin", new Message.Unpin(messageId));
    }

    @Override
    public void pin(String tag, Duration time) {
        int days = (int) new FollowUp(null, null, time).pinned().toDays();
        known.tagged().find(tag).ifPresent(messageId -> pin(messageId, days));
    }

    @Override
    public Locale language() {
        return known.language().get();
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
        return factory().operation(action, to(method)::send);
    }
}
