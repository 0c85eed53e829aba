package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.throttle.LaneKind;

/** Writes the steps of one group's outbox down as calls; their keys are in the order that outbox.lua names. */
record OutboxCalls(Keys keys) {

    /** The queues of a group. Redis keeps their numbers with what is held, so the order must stay. */
    static final List<Place> PLACES = Stream.of(LaneKind.values())
            .flatMap(lane -> Stream.of(Priority.values()).map(priority -> new Place(lane, priority))).toList();

    /** The queues of one lane and priority. */
    record Place(LaneKind lane, Priority priority) {}

    /** An entry that failed for good. */
    private record Letter(Instant at, String reason, @Nullable Integer code, Send send) {}

    /** Why an entry is held. */
    private record Hold(Instant at, String reason) {}

    Call add(Send send) {
        Call call = of(Script.ADD, send.group()).keys(keys.added(send.id())).args(keys.number());
        return CommitCall.appended(call, keys, send);
    }

    Call begin(long fence, String nonce, LaneKind lane, DueQueue due) {
        return of(Script.BEGIN, due.group()).keys(keys.undone(nonce)).args(fence, nonce, slot(lane, due.group()),
                due.group(), place(lane, due.priority()));
    }

    /** A name for one attempt at taking an entry in hand. */
    static String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    Call undo(String nonce, LaneKind lane, String group) {
        return of(Script.UNDO, group).keys(keys.undone(nonce)).args(nonce, slot(lane, group), group);
    }

    Call settle(Begun begun, Settlement settlement) {
        Send send = settlement.send();
        Call call = ofEntry(Script.SETTLE, send.group(), send.id(), messageId(settlement)).args(begun.fence(),
                begun.token(), slot(send.lane(), send.group()));
        return withSettlement(call, settlement);
    }

    Call resettle(Settlement settlement) {
        Send send = settlement.send();
        return withSettlement(ofEntry(Script.RESETTLE, send.group(), send.id(), messageId(settlement)), settlement);
    }

    Call confirm(String group, String sendId, String messageId, Instant now) {
        return ofEntry(Script.CONFIRM, group, sendId, messageId).args(group, sendId, messageId, now.toEpochMilli());
    }

    Call of(Script script, String group) {
        Call call = new Call(script).keys(keys.inHand(), keys.parked(), keys.held(), keys.held(group), keys.unknown(),
                keys.deadSends(), keys.lease(), keys.fence(), keys.waiting(), keys.firsts(), keys.awaited());
        PLACES.forEach(place -> call.keys(keys.queue(group, place.lane(), place.priority())));
        PLACES.forEach(place -> call.keys(keys.due(place.lane(), place.priority())));
        return call;
    }

    /** With the keys that belong to one entry. */
    Call ofEntry(Script script, String group, String sendId, @Nullable String messageId) {
        Call call = of(script, group).keys(keys.sent(sendId), keys.confirmed(sendId),
                keys.message(Objects.requireNonNullElse(messageId, "")), keys.journal());
        Send.broadcast(sendId).ifPresent(name -> call.keys(RedisBroadcasts.broadcast(keys, name)));
        return call;
    }

    /** The eight arguments that settled.lua reads: where the entry goes, and since when. */
    private static Call withSettlement(Call call, Settlement settlement) {
        Send send = settlement.send();
        Instant at = settlement.at();
        call.args(send.group(), place(send.lane(), send.priority()), send.id());
        return switch (settlement) {
            case Settlement.Again again -> put(call, "AGAIN", again, again.due(), "");
            case Settlement.Sent sent -> put(call, "SENT", sent, at, messageId(sent));
            case Settlement.Held held ->
                put(call, "HELD", held, held.until(), Codec.write(new Hold(at, held.reason())));
            case Settlement.Parked parked -> put(call, "PARKED", parked, at, parked.until() + ":" + at.toEpochMilli());
            case Settlement.Dead dead ->
                put(call, "DEAD", dead, at, Codec.write(new Letter(at, dead.letter(), dead.code(), send)));
            case Settlement.Gone gone -> put(call, "GONE", gone, at, "");
            case Settlement.Stopped stopped -> put(call, "STOPPED", stopped, at, "");
        };
    }

    private static Call put(Call call, String outcome, Settlement settlement, Instant until, String detail) {
        return call.args(outcome, Codec.write(settlement.send()), settlement.at().toEpochMilli(), until.toEpochMilli(),
                detail);
    }

    private static String messageId(Settlement settlement) {
        return settlement instanceof Settlement.Sent sent ? Objects.requireNonNullElse(sent.messageId(), "") : "";
    }

    /** The number of a queue in scripts, from 1 on. */
    static int place(LaneKind lane, Priority priority) {
        return PLACES.indexOf(new Place(lane, priority)) + 1;
    }

    /** The place of an entry that is being sent: one of a group and lane at a time. */
    static String slot(LaneKind lane, String group) {
        return lane + ":" + group;
    }
}
