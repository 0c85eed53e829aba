package dev.tertulia.redis;

import dev.tertulia.outbox.Priority;
import dev.tertulia.throttle.LaneKind;

/**
 * The names of all that one phone number keeps. The number in braces puts them into one slot of a cluster, so that a
 * script may change any of them together.
 */
record Keys(String number) {

    /** A name of the number. */
    String of(String name) {
        return "tertulia:{" + number + "}:" + name;
    }

    /** Sorted set: group by the moment its window shuts. */
    String windows() {
        return of("windows");
    }

    /** Sorted set: group that has mail, by the moment from which it may be claimed. */
    String ready() {
        return of("ready");
    }

    /** Sorted set: claimed group by the end of its lease. */
    String claims() {
        return of("claims");
    }

    /** Hash: claimed group to the claim's token; 0 where a claim ran out and the group is ready again. */
    String tokens() {
        return of("tokens");
    }

    String lastToken() {
        return of("last-token");
    }

    /** Set of whole numbers: the events of a group in a calendar period. */
    String seen(String group, long span) {
        return of("seen:" + span + ":" + group);
    }

    /** The same: a part of the events after the first set was full. */
    String seen(String group, long span, long share) {
        return of("seen:" + span + "." + share + ":" + group);
    }

    /** List: a group's events. */
    String mail(String group) {
        return of("mail:" + group);
    }

    /** Hash: what bots remember of a group. */
    String state(String group) {
        return of("state:" + group);
    }

    /** Hash: group to how often its next event failed. */
    String attempts() {
        return of("attempts");
    }

    /** Hash: how many events wait in mailboxes, and entries in queues by place, parked, and held. */
    String waiting() {
        return of("waiting");
    }

    /** Stream: events that failed for good. */
    String deadEvents() {
        return of("dead-events");
    }

    /** Stream: what could not be read. */
    String quarantine() {
        return of("quarantine");
    }

    /** The number of stored bytes. */
    String quarantineBytes() {
        return of("quarantine-bytes");
    }

    /** Sorted set: group by the moment to look at its timers. */
    String timers() {
        return of("timer-groups");
    }

    /** Sorted set: id of a group's timer by the moment it runs out. */
    String moments(String group) {
        return of("timer-moments:" + group);
    }

    /** Hash: id to timer of a group. */
    String timers(String group) {
        return of("timers:" + group);
    }

    /** Set: labels of a group. */
    String labels(String group) {
        return of("labels:" + group);
    }

    /** Set: groups that bear a label. */
    String labelled(String label) {
        return of("labelled:" + label);
    }

    /** Set: labels that any group bears. */
    String allLabels() {
        return of("labels");
    }

    /** Sorted set: entries of a counter by time. */
    String counter(String name) {
        return of("counter:" + name);
    }

    /** Hash: entry to value, and the longest window that was asked for. */
    String counterValues(String name) {
        return of("counter-values:" + name);
    }

    /** A part of a log. */
    String log(String name, String part) {
        return of("log:" + name + ":" + part);
    }

    /** String: the tag of a message by WhatsApp's id of it. */
    String tag(String messageId) {
        return of("tag:" + messageId);
    }

    /** String: WhatsApp's id of the message that was tagged last in a conversation. */
    String tagged(String conversation, String bot, String tag) {
        return of("tagged:" + conversation + ":" + bot + ":" + tag);
    }

    /** List: what a group has to send. */
    String queue(String group, LaneKind lane, Priority priority) {
        return of("queue:" + lane + ":" + priority + ":" + group);
    }

    /** Sorted set: group by the moment to look at that queue of it. */
    String due(LaneKind lane, Priority priority) {
        return of("due:" + lane + ":" + priority);
    }

    /**
     * Sorted set: queue of a group that is not parked by the moment its first entry was written, as first.lua has it.
     */
    String firsts() {
        return of("firsts");
    }

    /** Hash: id of an entry to the place of the one that waits for it in another queue of its group. */
    String awaited() {
        return of("awaited");
    }

    /** Hash: group and lane to the entry that is being sent. */
    String inHand() {
        return of("in-hand");
    }

    /** Hash: group to what it waits for, and since when. */
    String parked() {
        return of("parked");
    }

    /** Sorted set: held entry and its group by the moment it may be held no longer. */
    String held() {
        return of("held");
    }

    /** List: entries that wait for a group's window. */
    String held(String group) {
        return of("held:" + group);
    }

    /** Hash: id to entry that waits in a queue with an unknown outcome. */
    String unknown() {
        return of("unknown");
    }

    /** Stream: entries that failed for good. */
    String deadSends() {
        return of("dead-sends");
    }

    /** Stream: steps in the lives of events, those of one moment a line each. */
    String journal() {
        return of("journal");
    }

    /** Hash: what was started, how many groups it goes to, whether it was stopped, and how many groups stand where. */
    String broadcast(String name) {
        return of("broadcast:" + name);
    }

    /** List: groups of a broadcast that wait for their turn. */
    String broadcastWaiting(String name) {
        return of("broadcast-waiting:" + name);
    }

    /** Hash: group of a broadcast to where it stands. */
    String broadcastStands(String name) {
        return of("broadcast-stands:" + name);
    }

    /** Sorted set: broadcast by the moment it started. */
    String broadcasts() {
        return of("broadcasts");
    }

    /** Sorted set: broadcast that may have something left to send, by the moment it started. */
    String activeBroadcasts() {
        return of("active-broadcasts");
    }

    String lease() {
        return of("lease");
    }

    String fence() {
        return of("fence");
    }

    /** String: the fence of a pump that rested, or with a sign before it that of the pump that followed. */
    String rested() {
        return of("rested");
    }

    /** An entry that WhatsApp took on. */
    String sent(String sendId) {
        return of("sent:" + sendId);
    }

    /** The id of the entry that became a message of WhatsApp's. */
    String message(String messageId) {
        return of("message:" + messageId);
    }

    /** Exists once WhatsApp spoke of an entry. */
    String confirmed(String sendId) {
        return of("confirmed:" + sendId);
    }

    /** Exists once an entry was added. */
    String added(String sendId) {
        return of("added:" + sendId);
    }

    /** An operation, as far as it has come. */
    String operation(String id) {
        return of("operation:" + id);
    }

    /** Hash: the pending operations of a group, and their version. */
    String desk(String name) {
        return of("desk:" + name);
    }

    /** Sorted set: desk by the moment its first operation expires. */
    String deadlines() {
        return of("deadlines");
    }

    /** Hash: user id or phone number to the id of who has it. */
    String ids() {
        return of("ids");
    }

    /** Hash: id to when that person was first met and their user id, or to the id that this one turned out to be. */
    String people() {
        return of("people");
    }

    /** Sorted set, all of one score: id of a person and a group that they were met in. */
    String places() {
        return of("places");
    }

    /** Exists while Redis takes what is written. */
    String probe() {
        return of("probe");
    }

    /** Exists once a call was undone. */
    String undone(String nonce) {
        return of("undone:" + nonce);
    }
}
