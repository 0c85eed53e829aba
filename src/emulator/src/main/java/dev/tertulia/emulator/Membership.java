package dev.tertulia.emulator;

import java.util.Optional;

/** How groups begin, and how people get into them and out again by themselves. */
final class Membership {
    private final AccountState state;
    private final GroupEvents events;

    Membership(AccountState state, GroupEvents events) {
        this.state = state;
        this.events = events;
    }

    /** Founds a group, and tells so by webhook. Meta answers calls on it only once that webhook is on its way. */
    ChatGroup create(String request, NewGroup newGroup) {
        var group = new ChatGroup(newGroup.number(), state.ids().internalGroup(), state.now(),
                newGroup.approvalRequired());
        group.subject(newGroup.subject());
        group.description(newGroup.description());
        group.inviteLink(state.ids().inviteLink());
        state.groups().put(group.id(), group);
        events.created(group, request);
        return group;
    }

    /** The same at once, for people who are not on Meta's side of the line. */
    ChatGroup create(NewGroup newGroup) {
        ChatGroup group = create(state.ids().request(), newGroup);
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
                        "No group has the invite link '%s': it was reset, or never was one.".formatted(link)));
    }

    /** Lets somebody in; where joining needs approval, a request is left instead and answered here. */
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
                "was removed from it, and a link does not bring anybody back");
        refuse(group.suspended(), group, person, "has to wait until its suspension is cleared");
        refuse(group.full(), group, person, "finds it full: a group has %d members at most besides the business"
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
        var request = new PendingJoin(Ids.joinRequest(person.digits(), group.internal()), person, state.now());
        if (group.joinRequests().putIfAbsent(request.id(), request) != null) {
            throw new IllegalArgumentException("%s has already asked to join '%s'. Wait for the answer, or revoke it."
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
