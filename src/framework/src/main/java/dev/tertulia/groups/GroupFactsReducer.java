package dev.tertulia.groups;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupCleared;
import dev.tertulia.message.GroupCreated;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Pin;
import dev.tertulia.message.GroupFacts.Profile;
import dev.tertulia.message.GroupFacts.Times;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.GroupSettingsChanged;
import dev.tertulia.message.GroupSuspended;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Removed;

/** The effect of each event on the facts of its group. */
final class GroupFactsReducer {

    private static final int MOST_PINS = 3;

    private GroupFactsReducer() {}

    static GroupFacts after(GroupFacts facts, Event event) {
        return switch (event) {
            case GroupMessage e -> active(new MemberList(facts).wrote(e.sender(), e.at()).facts(), e.at());
            case Reaction e -> active(new MemberList(facts).wrote(e.sender(), e.at()).facts(), e.at());
            case Joined e -> new MemberList(facts).in(e.member(), e.at()).facts();
            case Left e -> new MemberList(facts).out(e.member(), e.at()).facts();
            case Removed e -> new MemberList(facts).out(e.member(), e.at()).facts();
            case GroupCreated e -> created(facts, e);
            case GroupDeleted e -> facts.with(times(facts.times(), facts.times().created(), e.at()));
            case GroupSettingsChanged e -> changed(facts, e);
            case GroupSuspended e -> facts.with(suspended(facts.profile(), true));
            case GroupCleared e -> facts.with(suspended(facts.profile(), false));
            case OperationEnded e when e.operation().state() == State.DONE -> done(facts, e);
            default -> facts;
        };
    }

    private static GroupFacts active(GroupFacts facts, Instant at) {
        Times times = facts.times();
        return times.lastActivity() != null && times.lastActivity().isAfter(at)
                ? facts
                : facts.with(new Times(times.created(), times.deleted(), at, times.windowUntil(), times.confirmed()));
    }

    private static GroupFacts created(GroupFacts facts, GroupCreated event) {
        Profile profile = new Profile(event.subject(), event.description(),
                event.inviteLink() == null ? facts.profile().inviteLink() : event.inviteLink(),
                event.approvalRequired(), facts.profile().suspended());
        return facts.with(profile).with(times(facts.times(), event.at(), facts.times().deleted()));
    }

    private static Times times(Times times, @Nullable Instant created, @Nullable Instant deleted) {
        return new Times(created, deleted, times.lastActivity(), times.windowUntil(), times.confirmed());
    }

    private static GroupFacts changed(GroupFacts facts, GroupSettingsChanged event) {
        Profile profile = facts.profile();
        return facts.with(new Profile(event.subject() == null ? profile.subject() : event.subject(),
                event.description() == null ? profile.description() : event.description(), profile.inviteLink(),
                profile.approvalRequired(), profile.suspended()));
    }

    private static Profile suspended(Profile profile, boolean suspended) {
        return new Profile(profile.subject(), profile.description(), profile.inviteLink(), profile.approvalRequired(),
                suspended);
    }

    /** The effect of an operation that no webhook reports; it is known from the operation's result. */
    private static GroupFacts done(GroupFacts facts, OperationEnded event) {
        Operation operation = event.operation();
        return switch (operation.kind()) {
            case RESET_LINK -> facts.with(new Profile(facts.profile().subject(), facts.profile().description(),
                    operation.result().inviteLink(), facts.profile().approvalRequired(),
                    facts.profile().suspended()));
            case PIN -> facts.withPins(pinned(without(facts.pins(), operation), operation, event.at()));
            case UNPIN -> facts.withPins(without(facts.pins(), operation));
            case CREATE, DELETE, REMOVE, SETTINGS, APPROVE, REJECT -> facts;
        };
    }

    private static List<Pin> pinned(List<Pin> others, Operation operation, Instant at) {
        Pin pin = new Pin(operation.request().items().getFirst(), at.plus(Duration.ofDays(operation.request().days())));
        return Stream.concat(others.stream().skip(Math.max(0, others.size() + 1 - MOST_PINS)), Stream.of(pin)).toList();
    }

    private static List<Pin> without(List<Pin> pins, Operation operation) {
        return pins.stream().filter(pin -> !operation.request().items().contains(pin.messageId())).toList();
    }
}
