package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Mail;
import dev.tertulia.store.MailCounts;
import dev.tertulia.store.StartTimer;

/** Mailboxes in Redis. Leases of claims run by Redis' clock, since those of replicas differ. */
final class RedisInbox implements Inbox {

    private final Scripts scripts;
    private final Keys keys;
    private final RedisTimers timers;
    /** What lay in front of each claim, so that a commit that is repeated takes off nothing else. */
    private final Map<Claim, String> opened = Collections.synchronizedMap(new WeakHashMap<>());

    RedisInbox(RedisConnection redis, Keys keys) {
        this.scripts = new Scripts(redis);
        this.keys = keys;
        this.timers = new RedisTimers(scripts, keys);
    }

    @Override
    public Collection<Event> accept(List<Event> events, Predicate<Event> posted, Instant now) {
        return events.isEmpty()
                ? List.of()
                : scripts.list(AcceptCall.of(keys, events, posted, now)).stream()
                        .map(place -> events.get(((Long) place).intValue() - 1)).toList();
    }

    @Override
    public List<Claim> claim(int atMost, Duration lease) {
        List<@Nullable Object> found = scripts.list(new Call(Script.CLAIM)
                .keys(keys.ready(), keys.claims(), keys.tokens(), keys.lastToken()).args(atMost, micros(lease)));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < found.size(); i += 3) {
            claims.add(new Claim((String) found.get(i), (Long) found.get(i + 1), (Long) found.get(i + 2) == 1));
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
        List<@Nullable Object> found = scripts.list(new Call(Script.OPEN)
                .keys(keys.tokens(), keys.attempts(), keys.mail(group), keys.state(group)).args(group, claim.token()));
        String json = (String) found.get(0);
        if (json != null) {
            opened.put(claim, json);
        }
        return new Mail(json == null ? null : read(json, group), Integer.parseInt((String) found.get(1)),
                pairs((List<?>) found.get(2)));
    }

    /** What this version cannot read goes the way of all that has no type here. */
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
    public Committed commit(Claim claim, Effects effects, Instant now) {
        String event = Objects.requireNonNullElse(opened.get(claim), "");
        long written = scripts.number(CommitCall.of(keys, claim, event, effects, now));
        opened.remove(claim, event);
        return Committed.values()[(int) written];
    }

    @Override
    public void giveBack(Claim claim, Duration pause, boolean failed) {
        String group = claim.group();
        scripts.number(new Call(Script.GIVEBACK)
                .keys(keys.tokens(), keys.claims(), keys.ready(), keys.attempts(), keys.mail(group))
                .args(group, claim.token(), micros(pause), failed ? 1 : 0));
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

    /** What could not be read, with the reason. */
    private record Quarantined(Instant at, String reason, String raw) {}

    @Override
    public MailCounts counts() {
        return Counted.mail(scripts, keys);
    }

    @Override
    public Optional<String> state(String group, String key) {
        return scripts.redis().run(commands -> Optional.ofNullable(commands.hget(keys.state(group), key)));
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

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
