package dev.tertulia.message;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.MessageStatus.State;

/**
 * Makes events for tests, each with an identity of its own.
 *
 * @param group  the group it happens in
 * @param member who does it
 * @param at     when it happens by WhatsApp's clock
 */
public record Events(String group, Member member, Instant at) {

    public static final String NUMBER = "106540352242922";
    public static final String DIALLED = "15550783881";
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final Member ANA = new Member("US.1", "16505551234", "Ana", null);
    public static final Member BEN = new Member("US.2", "16505551235", "Ben", null);

    private static final AtomicLong LAST_ID = new AtomicLong();

    /** Events by Ana in a group, at the time at which the clocks of tests start. */
    public static Events in(String group) {
        return new Events(group, ANA, NOW);
    }

    /** The same by somebody else. */
    public Events by(Member other) {
        return new Events(group, other, at);
    }

    /** The same at another time. */
    public Events at(Instant time) {
        return new Events(group, member, time);
    }

    public GroupMessage says(String words) {
        return message(new Content.Text(words), null);
    }

    public GroupMessage answers(String words, Quote quoted) {
        return message(new Content.Text(words), quoted);
    }

    public GroupMessage shows(MediaKind kind, String caption) {
        return message(new Content.Media(kind, "1003383421387256", "image/jpeg", null, caption, null, false), null);
    }

    public GroupMessage taps(String label) {
        return message(new Content.ButtonTap(label, "payload"), null);
    }

    private GroupMessage message(Content content, @Nullable Quote quoted) {
        Origin origin = origin();
        return new GroupMessage(origin, "wamid." + origin.key(), member, content, quoted, false);
    }

    /** Events by somebody in the one-to-one chat with the business. */
    public static Events privately(Member member) {
        return new Events(Origin.person(member.id()), member, NOW);
    }

    /** A message in the one-to-one chat. */
    public PrivateMessage writes(String words) {
        return writes(new Content.Text(words));
    }

    public PrivateMessage writes(Content content) {
        Origin origin = origin();
        return new PrivateMessage(origin, "wamid." + origin.key(), member, content, null, false);
    }

    /** A message with other content. */
    public GroupMessage sends(Content content) {
        return message(content, null);
    }

    public Reaction reacts(String messageId, String emoji) {
        return new Reaction(origin(), member, messageId, emoji);
    }

    public Joined joins() {
        return new Joined(origin(), member, false);
    }

    public Left leaves() {
        return new Left(origin(), member);
    }

    public Removed isRemoved() {
        return new Removed(origin(), member, null);
    }

    /** That the member is known otherwise from now on. */
    public MemberChanged becomes(Member after) {
        return new MemberChanged(origin(), member, after);
    }

    public JoinRequested asksToJoin(String requestId) {
        return new JoinRequested(origin(), member, requestId);
    }

    public JoinRequestRevoked revokes(String requestId) {
        return new JoinRequestRevoked(origin(), member, requestId);
    }

    public GroupCreated created(String subject) {
        return new GroupCreated(origin(), null, subject, null, null, false);
    }

    public GroupDeleted deleted() {
        return new GroupDeleted(origin(), null);
    }

    public GroupSettingsChanged renamed(String subject) {
        return new GroupSettingsChanged(origin(), null, subject, null, null);
    }

    public GroupSuspended suspended() {
        return new GroupSuspended(origin());
    }

    public GroupCleared cleared() {
        return new GroupCleared(origin());
    }

    public OperationFailed failed(Operation.Kind operation) {
        return new OperationFailed(origin(), operation, null, List.of(), List.of());
    }

    public Removed isRemoved(String requestId) {
        return new Removed(origin(), member, requestId);
    }

    public GroupCreated created(String subject, String requestId) {
        return new GroupCreated(origin(), requestId, subject, null, "https://chat.whatsapp.com/" + subject, false);
    }

    public GroupSettingsChanged renamed(String subject, String requestId) {
        return new GroupSettingsChanged(origin(), requestId, subject, null, null);
    }

    public GroupDeleted deleted(String requestId) {
        return new GroupDeleted(origin(), requestId);
    }

    /** That an operation failed, each of these items with code 131212. */
    public OperationFailed failed(Operation.Kind operation, String requestId, String... items) {
        List<WireError> errors = List.of(new WireError(131212, "title of 131212", null));
        return new OperationFailed(origin(), operation, requestId,
                Stream.of(items).map(name -> new Operation.Item(name, false, errors)).toList(), errors);
    }

    public OperationEnded ended(Operation operation) {
        return new OperationEnded(origin(), operation);
    }

    public Unsupported poll() {
        return new Unsupported(origin(), "messages.poll", member, List.of(), "{}");
    }

    /** How far a message of ours has come. */
    public MessageStatus status(State state, String messageId, @Nullable String callback) {
        return new MessageStatus(origin(), messageId, state, null, callback, null, List.of());
    }

    /** That a message of ours failed. */
    public MessageStatus failed(String messageId, @Nullable String callback, int code) {
        return new MessageStatus(origin(), messageId, State.FAILED, null, callback, null,
                List.of(new WireError(code, "title of " + code, null)));
    }

    /** That a message of ours failed for good. */
    public SendFailed sendFailed(String sendId, int code) {
        return new SendFailed(origin(), sendId, null, null, null, code, "error " + code);
    }

    /** That WhatsApp restricts the account. */
    public AccountUpdated restricted(AccountUpdated.Restriction... restrictions) {
        return new AccountUpdated(origin(), AccountUpdated.Kind.RESTRICTED, List.of(restrictions), null);
    }

    /** That the status of a template is another. */
    public TemplateUpdated template(String name, String status) {
        return new TemplateUpdated(origin(), name, "en", TemplateUpdated.Aspect.STATUS, null, status, null);
    }

    /** That a number of the account is flagged. */
    public NumberUpdated flagged() {
        return new NumberUpdated(origin(), "FLAGGED", null);
    }

    private Origin origin() {
        return new Origin(NUMBER, DIALLED, group, at, "test:" + LAST_ID.incrementAndGet());
    }
}
