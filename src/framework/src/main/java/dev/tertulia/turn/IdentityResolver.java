package dev.tertulia.turn;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.PeopleDirectory;
import dev.tertulia.store.PeopleDirectory.Entry;

/**
 * The identities of people in all groups of a number. The groups of a person whose identity changes each get an event.
 * Every step is idempotent, because events are recognized by their keys.
 *
 * @param wakeMail called after an event was put into a mailbox
 */
record IdentityResolver(PeopleDirectory directory, Inbox inbox, InstantSource clock, Runnable wakeMail) {

    /**
     * Finds or adds a person and stores new data.
     *
     * @param group where they are: a group, or their private chat; absent if they are in none yet
     */
    Entry meet(Member member, @Nullable String group, Origin cause) {
        Entry entry = directory.meet(member, group, now());
        tellMerged(entry, member, cause);
        return entry;
    }

    /** Somebody is no longer in a group. */
    void left(Member member, String group) {
        directory.left(member.id(), group);
    }

    /** Forwards changes of a person, which WhatsApp reports outside of groups, to the person's groups. */
    void observe(Event event) {
        if (event instanceof MemberChanged told && !told.origin().inGroup()) {
            directory.change(told.before(), told.after(), now()).ifPresent(entry -> {
                Member before = told.before().as(entry.id());
                Member after = told.after().as(entry.id());
                tell(entry.id(), before, after, told.origin(), "changed:" + told.origin().key());
                tellMerged(entry, told.after(), told.origin());
            });
        }
    }

    private void tellMerged(Entry entry, Member member, Origin cause) {
        for (String merged : entry.merged()) {
            tell(merged, member.as(merged), member.as(entry.id()), cause, mergeKey(merged, entry.id()));
            if (directory.groups(merged).contains(Origin.person(merged))) {
                accept(List.of(chatMoves(merged, entry.id(), cause)));
            }
            directory.moved(merged, entry.id());
        }
    }

    private static String mergeKey(String merged, String id) {
        return "merged:" + merged + ":" + id;
    }

    /**
     * Lets the private chat of a person take over what is stored of the chat that they had under a merged id.
     *
     * @param cause the event that told of it
     */
    static Event chatMoves(String merged, String id, Origin cause) {
        return new TimerFired(new Origin(cause.number(), "", Origin.person(id), cause.at(), mergeKey(merged, id)),
                ChatTimers.MOVED_HERE, merged);
    }

    private void tell(String id, Member before, Member after, Origin cause, String key) {
        List<Event> events = directory.groups(id).stream().filter(Origin::isGroup)
                .<Event>map(group -> new MemberChanged(
                        new Origin(cause.number(), cause.displayNumber(), group, cause.at(), key), before, after))
                .toList();
        if (!events.isEmpty()) {
            accept(events);
        }
    }

    private void accept(List<Event> events) {
        inbox.accept(events, now());
        wakeMail.run();
    }

    private Instant now() {
        return clock.instant();
    }
}
