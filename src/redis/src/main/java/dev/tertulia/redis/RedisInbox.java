package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Unsupported;
import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.Departure;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.Accepted;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.Claim;
import dev.tertulia.store.ClaimedMail;
import dev.tertulia.store.CommitResult;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Incoming;
import dev.tertulia.store.JournalEntry;
import dev.tertulia.store.Mail;
import dev.tertulia.store.MailCounts;
import dev.tertulia.store.Room;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.TurnCommit;
import dev.tertulia.store.WaitingMail;

/** Mailboxes in Redis. Leases of claims run by Redis' clock, since those of replicas differ. */
final class RedisInbox implements Inbox {

    private final Scripts scripts;
    private final Keys keys;
    private final JournalCalls journal;
    private final RedisTimers timers;
    private final RedisWindows windows;
    private final Unfinished unfinished;

    RedisInbox(Scripts scripts, JournalCalls journal, RedisWindows windows, Unfinished unfinished) {
        this.scripts = scripts;
        this.keys = journal.keys();
        this.journal = journal;
        this.windows = windows;
        this.unfinished = unfinished;
        this.timers = new RedisTimers(scripts, keys, journal);
    }

    @Override
    public Accepted accept(Incoming incoming, Room room, Instant now) {
        List<Event> events = incoming.events();
        if (events.isEmpty()) {
            return Accepted.NOTHING;
        }
        AcceptCall accept = AcceptCall.of(journal, incoming, room, now);
        List<@Nullable Object> found = scripts.list(accept.call());
        List<Event> fresh = ((List<?>) found.get(0)).stream().map(place -> events.get(index(place))).toList();
        windows.opened(fresh, now);
        List<ClaimedMail> claimed = ((List<?>) found.get(1)).stream()
                .map(one -> claimed((List<?>) one, events, accept.stored())).toList();
        return new Accepted(fresh, claimed, (Long) found.get(2) == 1);
    }

    private ClaimedMail claimed(List<?> found, List<Event> events, List<String> stored) {
        Claim claim = claim(found);
        List<?> opened = found.subList(3, found.size());
        if (opened.getFirst() instanceof Long place) {
            return new ClaimedMail(claim, mail(events.get(index(place)), stored.get(index(place)), opened));
        }
        return new ClaimedMail(claim, mail(claim, opened));
    }

    private static int index(Object place) {
        return ((Long) place).intValue() - 1;
    }

    private static Claim claim(List<?> found) {
        return new Claim((String) found.get(0), (Long) found.get(1), (Long) found.get(2) == 1);
    }

    @Override
    public List<Claim> claim(int atMost, Duration lease) {
        List<@Nullable Object> found = scripts.list(new Call(Script.CLAIM)
                .keys(keys.ready(), keys.claims(), keys.tokens(), keys.lastToken()).args(atMost, micros(lease)));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < found.size(); i += 3) {
            claims.add(claim(found.subList(i, i + 3)));
        }
        return claims;
    }

    @Override
    public List<Claim> renew(List<Claim> claims, Duration lease) {
        Call call = new Call(Script.RENEW).keys(keys.claims(), keys.tokens()).args(micros(lease));
        claims.forEach(claim -> call.args(claim.group(), claim.token()));
        return scripts.list(call).stream().map(place -> claims.get(((Long) place).intValue() - 1)).toList();
    }

    @Override
    public Mail open(Claim claim) {
        String group = claim.group();
        return mail(claim, scripts.list(new Call(Script.OPEN)
                .keys(keys.tokens(), keys.attempts(), keys.mail(group), keys.state(group), keys.held(group),
                        keys.parked())
                .args(group, claim.token())));
    }

    /** The answer of open_mail.lua. */
    private Mail mail(Claim claim, List<?> found) {
        String json = (String) found.get(0);
        return mail(json == null ? null : read(json, claim.group()), Objects.requireNonNullElse(json, ""), found);
    }

    private static Mail mail(@Nullable Event event, String stored, List<?> found) {
        return new Mail(event, Integer.parseInt((String) found.get(1)), pairs((List<?>) found.get(2)),
                (Long) found.get(3) == 1, stored);
    }

    /** An event that this version cannot read is handled like an unsupported one. */
    private Event read(String json, String group) {
        try {
            return Codec.read(json, Event.class);
        } catch (UncheckedIOException e) {
            Origin origin = new Origin(keys.number(), "", group, Instant.EPOCH, "unreadable:" + json.hashCode());
            return new Unsupported(origin, "mailbox.unreadable", null, List.of(), json);
        }
    }

    private static Map<String, String> pairs(List<?> flat) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            pairs.put((String) flat.get(i), (String) flat.get(i + 1));
        }
        return pairs;
    }

    @Override
    public CommitResult commit(Claim claim, Mail mail, TurnCommit commit, Instant now) {
        Departure departure = commit.departure();
        String nonce = OutboxCalls.nonce();
        List<@Nullable Object> written = write(
                CommitCall.of(journal, claim, mail.stored(), commit, nonce, now), departure, nonce);
        Committed committed = Committed.values()[((Long) written.get(0)).intValue()];
        Mail next = committed == Committed.MORE ? mail(claim, written.subList(2, written.size())) : null;
        return new CommitResult(committed, next,
                departure == null ? null : begun(departure, nonce, written.get(1), commit.effects().sends()));
    }

    /** An entry that was taken in hand by a call whose answer was lost is put back. */
    private List<@Nullable Object> write(Call commit, @Nullable Departure departure, String nonce) {
        try {
            return scripts.list(commit);
        } catch (RuntimeException | Error e) {
            if (departure != null && !departure.isElsewhere()) {
                unfinished.add(new OutboxCalls(keys).undo(nonce, departure.lane(), departure.group()));
            }
            throw e;
        }
    }

    /** @param inHand the entry in hand; a number if it is the one that was committed; empty if there is none */
    private static @Nullable Begun begun(Departure departure, String nonce, @Nullable Object inHand,
            List<Send> committed) {
        Optional<Send> send = switch (inHand) {
            case Long _ -> Optional.of(committed.getFirst());
            case String json when !json.isEmpty() -> RedisOutbox.read(json);
            case null, default -> Optional.empty();
        };
        return send.map(begun -> new Begun(begun, departure.fence(), nonce)).orElse(null);
    }

    @Override
    public void giveBack(Claim claim, Duration pause, boolean failed, @Nullable JournalEntry note) {
        String group = claim.group();
        Call call = new Call(Script.GIVEBACK)
                .keys(keys.tokens(), keys.claims(), keys.ready(), keys.attempts(), keys.mail(group))
                .args(group, claim.token(), micros(pause), failed ? 1 : 0);
        scripts.number(journal.note(call, note));
    }

    @Override
    public int fireTimers(Instant now, int atMost) {
        return timers.fire(now, atMost);
    }

    @Override
    public void quarantine(String raw, String reason, Instant now) {
        String letter = Codec.write(new Quarantined(now, reason, raw));
        scripts.number(new Call(Script.QUARANTINE).keys(keys.quarantine(), keys.quarantineBytes()).args(letter));
    }

    /** A part of a delivery that could not be read, with the reason. */
    private record Quarantined(Instant at, String reason, String raw) {}

    @Override
    public List<WaitingMail> waiting(int atMost) {
        List<String> groups = new ArrayList<>(
                scripts.redis().run(commands -> commands.zrange(keys.ready(), 0, atMost - 1L)));
        groups.addAll(scripts.redis().run(commands -> commands.zrange(keys.claims(), 0, atMost - 1L)));
        return WaitingWork.mail(scripts, keys, groups).stream().limit(atMost).toList();
    }

    @Override
    public MailCounts counts() {
        return Counted.mail(scripts, keys);
    }

    @Override
    public Optional<String> state(String group, String key) {
        return Optional.ofNullable(scripts.redis().run(commands -> commands.hget(keys.state(group), key)));
    }

    @Override
    public Map<String, String> states(String group) {
        return scripts.redis().run(commands -> commands.hgetall(keys.state(group)));
    }

    @Override
    public void startTimer(StartTimer timer) {
        timers.start(timer);
    }

    @Override
    public List<StartTimer> timers(String group) {
        return timers.of(group);
    }

    @Override
    public int countTimers(String group) {
        return timers.count(group);
    }

    @Override
    public void cancelTimers(CancelTimers cancelled) {
        timers.cancel(cancelled);
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
