package dev.tertulia.emulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Group with its members and its conversation. Guarded by the account's lock. */
final class ChatGroup extends Chat {
    static final int MOST_MEMBERS = 8;
    private static final int MOST_PINS = 3;

    private final String id;
    private final String internal;
    private final Instant createdAt;
    private final boolean approvalRequired;
    private final SequencedMap<String, Person> members = new LinkedHashMap<>();
    private final SequencedMap<String, PendingJoin> joinRequests = new LinkedHashMap<>();
    private final SequencedMap<String, Instant> pins = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private String subject = "";
    private String description = "";
    private @Nullable String inviteLink;
    private byte @Nullable [] picture;
    private boolean suspended;
    private boolean announced;

    ChatGroup(BusinessNumber number, String internal, Instant createdAt, boolean approvalRequired) {
        super(number);
        this.id = IdGenerator.group(number.display(), internal);
        this.internal = internal;
        this.createdAt = createdAt;
        this.approvalRequired = approvalRequired;
    }

    String id() {
        return id;
    }

    String internal() {
        return internal;
    }

    Instant createdAt() {
        return createdAt;
    }

    String joinApprovalMode() {
        return approvalRequired ? "approval_required" : "auto_approve";
    }

    boolean approvalRequired() {
        return approvalRequired;
    }

    String subject() {
        return subject;
    }

    void subject(String text) {
        subject = text;
    }

    String description() {
        return description;
    }

    void description(String text) {
        description = text;
    }

    String inviteLink() {
        return inviteLink == null ? "" : inviteLink;
    }

    void inviteLink(@Nullable String link) {
        inviteLink = link;
    }

    boolean suspended() {
        return suspended;
    }

    void suspended(boolean now) {
        suspended = now;
    }

    /** Returns whether calls may name the group: Meta knows a new group only once its webhook is on its way. */
    boolean announced() {
        return announced;
    }

    void announce() {
        announced = true;
    }

    SequencedMap<String, Person> members() {
        return members;
    }

    @Override
    Person member(String memberId) {
        return Optional.ofNullable(members.get(memberId)).orElseThrow(() -> new NoSuchElementException(
                "'%s' is not a member of '%s'. Its members are %s.".formatted(memberId, subject, members.keySet())));
    }

    @Override
    String title() {
        return subject;
    }

    @Override
    Optional<Person> participant(String memberId) {
        return Optional.ofNullable(members.get(memberId));
    }

    Optional<Person> memberAs(String phoneOrUserId) {
        return members.values().stream().filter(person -> person.answersTo(phoneOrUserId)).findFirst();
    }

    SequencedMap<String, PendingJoin> joinRequests() {
        return joinRequests;
    }

    void remove(Person person) {
        members.remove(person.id());
        removed.add(person.id());
    }

    boolean wasRemoved(Person person) {
        return removed.contains(person.id());
    }

    /** Returns the ids of removed people, who cannot join again. */
    Set<String> removed() {
        return removed;
    }

    /** Returns the ends of the pins by message id. */
    SequencedMap<String, Instant> pins() {
        return pins;
    }

    boolean full() {
        return members.size() >= MOST_MEMBERS;
    }

    /** Pins a message until an instant, or unpins it for null. A fourth pin replaces the oldest one that is still in force. */
    void pin(String messageId, @Nullable Instant until, Instant now) {
        pins.remove(messageId);
        pins.values().removeIf(end -> !end.isAfter(now));
        if (until != null) {
            pins.put(messageId, until);
            if (pins.size() > MOST_PINS) {
                pins.pollFirstEntry();
            }
        }
    }

    List<String> pinned(Instant now) {
        return pins.entrySet().stream().filter(pin -> pin.getValue().isAfter(now)).map(Map.Entry::getKey).toList();
    }

    byte @Nullable [] picture() {
        return picture;
    }

    void picture(byte[] jpeg) {
        picture = jpeg;
    }

    GroupView view() {
        return new GroupView(id, subject, inviteLink(), members.values().stream().map(Person::view).toList(),
                windowUntil());
    }
}
