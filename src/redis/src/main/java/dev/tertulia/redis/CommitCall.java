package dev.tertulia.redis;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Departure;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.TurnCommit;

/** Writes a commit down as one call. */
final class CommitCall {

    private CommitCall() {}

    /** @param nonce of the departure */
    static Call of(JournalCalls journal, Claim claim, String opened, TurnCommit commit, String nonce, Instant now) {
        Keys keys = journal.keys();
        Effects effects = commit.effects();
        String group = claim.group();
        Call call = new OutboxCalls(keys).of(Script.COMMIT, group).keys(keys.undone(nonce), keys.tokens(),
                keys.claims(), keys.mail(group), keys.state(group), keys.attempts(), keys.deadEvents(), keys.timers());
        call.args(group, claim.token(), opened, letter(effects.deadLetter(), now));
        departing(call, commit.departure(), nonce, keys.number());
        call.args(effects.state().size());
        effects.state().forEach((key, value) -> call.args(key, value.isPresent() ? 1 : 0, value.orElse("")));
        call.args(effects.cancelledTimers().size());
        for (CancelTimers cancelled : effects.cancelledTimers()) {
            call.keyArg(keys.timers(cancelled.group())).keyArg(keys.moments(cancelled.group()));
            call.args(cancelled.group(), cancelled.name(), RedisTimers.key(cancelled));
        }
        call.args(effects.timers().size());
        for (StartTimer timer : effects.timers()) {
            call.keyArg(keys.timers(timer.group())).keyArg(keys.moments(timer.group()));
            call.args(timer.group(), timer.id(), timer.at().toEpochMilli(), Codec.write(timer));
        }
        call.args(effects.labels().size());
        effects.labels().forEach(change -> RedisLabels.change(call, keys, change));
        journal.note(call, commit.note());
        for (Send send : effects.sends()) {
            call.keyArg(keys.queue(send.group(), send.lane(), send.priority()));
            call.keyArg(keys.due(send.lane(), send.priority()));
            appended(call, keys, send);
        }
        return call;
    }

    private static String letter(@Nullable String reason, Instant now) {
        return reason == null ? "" : DeadLetterText.start(Codec.write(reason), now);
    }

    private static void departing(Call call, @Nullable Departure departure, String nonce, String number) {
        if (departure == null || departure.isElsewhere()) {
            call.args("", "", "", 0, 0, 0, departure == null ? "" : number);
            return;
        }
        Priority[] priorities = Priority.values();
        call.args(departure.fence(), nonce, OutboxCalls.slot(departure.lane(), departure.group()),
                OutboxCalls.place(departure.lane(), priorities[0]),
                OutboxCalls.place(departure.lane(), priorities[priorities.length - 1]),
                departure.now().toEpochMilli(), "");
    }

    /** An entry to append, and the operation that it asks for. */
    static Call appended(Call call, Keys keys, Send send) {
        call.args(OutboxCalls.place(send.lane(), send.priority()), send.group(), send.created().toEpochMilli(),
                Codec.write(send), send.after().orElse(""));
        send.operation().ifPresentOrElse(
                operation -> call.args(Codec.write(operation)).keyArg(keys.operation(send.id())),
                () -> call.args("", 0));
        return call;
    }
}
