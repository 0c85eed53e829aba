package dev.tertulia.emulator;

import java.util.Optional;

/** Creation of groups, and people who join and leave them. */
final class Membership {
    private final EmulatorState state;
    private final GroupEvents events;

    Membership(EmulatorState state, GroupEvents events) {
        this.state = state;
        this.events = events;
    }

    /** Creates a group and sends a webhook. Calls on the group are refused until that webhook is sent. */
    ChatGroup create(String request, GroupCreation creation) {
        var group = new ChatGroup(creation.number(), state.ids().internalGroup(), state.now(),
                creation.approvalRequired());
        group.subject(creation.subject());
        group.description(creation.description());
        group.inviteLink(state.ids().inviteLink());
        state.groups().put(group.id(), group);
        events.created(group, request);
        return group;
    }

    /** Creates a group that calls can name at once. */
    ChatGroup create(GroupCreation creation) {
        ChatGroup group = create(state.ids().request(), creation);
        group.announce();
        return group;
    }

    GroupEvents events() {
        return events;
    }

    ChatGroup byLink(String link) {
        return state.groups().values().stream()
                .filter(group -> !group.inviteLink().isEmpty() && group.inviteLink().equals(link.strip())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No group has the invite link '%s'. It may have been reset.".formatted(link)));
    }

    /**
     * Lets a person join. If joining needs approval, returns a join request instead.
     *
     * @throws IllegalArgumentException if the person cannot join
     */
    Optional<PendingJoin> join(ChatGroup group, Person person) {
        check(group, person);
        if (group.approvalRequired()) {
            return Optional.of(ask(group, person));
        }
        enter(group, person);
        events.joined(group, person);
        return Optional.empty();
    }

    private static void check(ChatGroup group, Person person) {
        refuse(group.members().containsKey(person.id()), group, person, "is already in it");
        refuse(group.wasRemoved(person), group, person,
                "was removed from it and cannot join again");
        refuse(group.suspended(), group, person, "has to wait until the suspension ends");
        refuse(group.full(), group, person, "finds it full, because a group has at most %d members besides the business"
                .formatted(ChatGroup.MOST_MEMBERS));
    }

    private static void refuse(boolean applies, ChatGroup group, Person person, String reason) {
        if (applies) {
            throw new IllegalArgumentException("%1$s cannot join '%2$s': %1$s %3$s.".formatted(person.shownName(),
                    group.subject(), reason));
        }
    }

    void enter(ChatGroup group, Person person) {
        group.members().put(person.id(), person);
        state.notice(group, person.id(), person.shownName() + " joined");
    }

    private PendingJoin ask(ChatGroup group, Person person) {
        var request = new PendingJoin(IdGenerator.joinRequest(person.digits(), group.internal()), person, state.now());
        if (group.joinRequests().putIfAbsent(request.id(), request) != null) {
            throw new IllegalArgumentException(
                    "%s has already asked to join '%s'. Wait for the decision, or revoke the request."
                            .formatted(person.shownName(), group.subject()));
        }
        events.asked(group, request);
        return request;
    }

    void revoke(ChatGroup group, PendingJoin request) {
        group.joinRequests().remove(request.id());
        events.revoked(group, request);
    }

    void leave(ChatGroup group, Person person) {
        group.members().remove(person.id());
        state.notice(group, person.id(), person.shownName() + " left");
        events.left(group, person);
    }

    void suspend(ChatGroup group, boolean now) {
        if (group.suspended() != now) {
            group.suspended(now);
            events.suspended(group, now);
        }
    }
}
